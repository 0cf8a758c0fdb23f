"""A video on another site: nothing is loaded from there until somebody asks for it."""

from __future__ import annotations

from dataclasses import replace

from playwright.sync_api import Page, Route

from generator.language.language import english
from generator.media.videos import VideoHost
from generator.prose.attached import FilesOnPage
from generator.site.policy import POLICY, with_frames
from tests.conftest import ROOT

THEME = ROOT / "themes/playbook"
TUBE = VideoHost("The tube", "https://tube.example/{id}", "https://player.tube.example/{id}")
SITE = "https://playbook.example/"


def test_a_video_is_loaded_when_somebody_asks_for_it(page: Page) -> None:
    card = replace(FilesOnPage({}, str, english()), videos=(TUBE,)).picture("https://tube.example/a1", "How to sit")
    asked: list[str] = []

    def answer(route: Route) -> None:
        asked.append(route.request.url)
        if route.request.url == SITE:
            headers = {"Content-Security-Policy": with_frames(POLICY, (TUBE.origin,)), "Referrer-Policy": "no-referrer"}
            script = '<script type="module" src="components/video-card/video-card.js"></script>'
            route.fulfill(content_type="text/html", headers=headers, body=f"{script}<p>{card}</p>")
        elif route.request.url.startswith(SITE):
            route.fulfill(path=THEME / route.request.url.removeprefix(SITE))
        else:
            said = route.request.headers.get("referer", "nothing")
            route.fulfill(content_type="text/html", body=f"<p>Playing, told {said}</p>")

    page.route("**/*", answer)
    page.goto(SITE)
    page.get_by_role("button", name="Play it here").focus()
    assert not [url for url in asked if not url.startswith(SITE)]

    page.keyboard.press("Enter")

    page.frame_locator('iframe[title="How to sit"]').get_by_text(f"Playing, told {SITE}").wait_for()
    assert asked[-1] == "https://player.tube.example/a1"
    assert page.get_by_role("button").count() == 0
    assert page.get_by_role("link", name="How to sit").get_attribute("href") == "https://tube.example/a1"
