"""pdf.js in Chromium, as Firefox and many sites have it: it fills in the fields of a PDF, saves it, and draws it."""

from __future__ import annotations

import base64
from collections.abc import Iterator, Mapping
from contextlib import contextmanager
from typing import Any

from playwright.sync_api import Browser
from playwright.sync_api import Page as Tab

from tests.browser.served import Handler, served_folder
from tests.conftest import ROOT

PACKAGE = ROOT / "node_modules/pdfjs-dist"

RUN = """async ([what, text, values]) => {
  const pdfjs = await import("/build/pdf.mjs");
  pdfjs.GlobalWorkerOptions.workerSrc = "/build/pdf.worker.mjs";
  const data = Uint8Array.from(atob(text), (sign) => sign.charCodeAt(0));
  const loading = pdfjs.getDocument({ data, standardFontDataUrl: "/standard_fonts/", verbosity: 0 });
  const file = await loading.promise;
  const valueOf = ({ type, exportValues }, value) =>
    (type === "text" ? value : type === "checkbox" || exportValues === value);
  const acts = {
    async fill() {
      for (const [name, fields] of await file.getFieldObjects()) {
        if (!(name in values)) continue;
        for (const field of fields.filter(({ type }) => type)) {
          file.annotationStorage.setValue(field.id, { value: valueOf(field, values[name]) });
        }
      }
      return (await file.saveDocument()).toBase64();
    },
    async draw() {
      const pages = [];
      for (let number = 1; number <= file.numPages; number += 1) {
        const page = await file.getPage(number);
        const viewport = page.getViewport({ scale: 100 / 72 });
        const { width, height } = viewport;
        const canvas = Object.assign(document.createElement("canvas"), { width, height });
        await page.render({ canvas, viewport }).promise;
        pages.push(canvas.toDataURL("image/png").split(",")[1]);
        canvas.width = 0;
      }
      return pages;
    },
  };
  try {
    return await acts[what]();
  } finally {
    // Each file has a worker of its own; hundreds of them end the tab.
    await loading.destroy();
  }
}"""


class PdfJs:
    """The library in a tab."""

    def __init__(self, tab: Tab) -> None:
        self.tab = tab

    def _run(self, what: str, pdf: bytes, values: Mapping[str, str] | None = None) -> Any:
        return self.tab.evaluate(RUN, [what, base64.b64encode(pdf).decode(), values])

    def filled(self, pdf: bytes, values: Mapping[str, str]) -> bytes:
        """The file with texts, choices and ticks by the names of their fields, as it saves it."""
        return base64.b64decode(self._run("fill", pdf, values))

    def drawn(self, pdf: bytes) -> list[bytes]:
        """Each page as a PNG, with 100 pixels to the inch."""
        return [base64.b64decode(page) for page in self._run("draw", pdf)]


class _Plain(Handler):
    """Sends files without the headers of a site."""

    extensions_map = {**Handler.extensions_map, ".mjs": "text/javascript"}  # noqa: RUF012

    def end_headers(self) -> None:
        super(Handler, self).end_headers()


@contextmanager
def pdfjs(browser: Browser) -> Iterator[PdfJs]:
    with served_folder(PACKAGE, handler=_Plain) as address:
        tab = browser.new_page()
        try:
            tab.goto(f"{address}package.json")
            yield PdfJs(tab)
        finally:
            tab.close()
