"""Which scripts a page loads."""

from generator.site.page import Artifact, Page
from generator.site.scripts import Scripts


def script(path: str, text: str) -> Artifact:
    return Artifact(f"assets/{path}", text.encode())


def scripts() -> Scripts:
    return Scripts.of(
        [
            script("everywhere.js", "import { help } from './helper.js';"),
            script("helper.js", "export const help = 1;"),
            script("ticks.js", 'import "./counting.js";\ncustomElements.define("tick-list", TickList);'),
            script("counting.js", ""),
            script("store.js", ""),
            script("pair.js", "customElements.define('one-half', A); customElements.define('other-half', B);"),
        ],
        [script("later/page.js", 'const { keep } = await import("../store.js");'), script("later/page.css", "")],
    )


def page(body: str) -> Page:
    return Page("p/", "P", "D", "", "page", body)


def test_imported_modules_are_not_asked_for() -> None:
    assert scripts().everywhere == ("assets/everywhere.js",)


def test_a_page_loads_the_scripts_of_its_elements_once() -> None:
    assert scripts().on(page("<tick-list></tick-list>")).scripts == ("assets/ticks.js",)
    assert scripts().on(page("<one-half></one-half><other-half></other-half>")).scripts == ("assets/pair.js",)
    assert scripts().on(page("<p>tick-list</p>")).scripts == ()


def test_scripts_in_a_common_file_are_not_asked_for_by_themselves() -> None:
    found = scripts().with_common("assets/common.js", {"assets/everywhere.js", "assets/ticks.js"}).at("there/{}".format)
    assert found.everywhere == ("there/assets/common.js",)
    assert found.on(page("<tick-list></tick-list><one-half></one-half>")).scripts == ("there/assets/pair.js",)
