from __future__ import annotations

import pytest

from generator.media.videos import VideoHost, video_at

TUBE = VideoHost(
    "The tube", "https://www.tube.example/watch?v={id}", "https://player.tube.example:8443/embed/{id}?quiet=1"
)


def test_a_video_is_found_by_its_address() -> None:
    other = VideoHost("Other", "https://other.example/{id}", "https://other.example/e/{id}")
    video = video_at((other, TUBE), "https://www.tube.example/watch?v=aB-3_x")
    assert video
    assert (video.link, video.frame) == (
        "https://www.tube.example/watch?v=aB-3_x",
        "https://player.tube.example:8443/embed/aB-3_x?quiet=1",
    )
    assert (video.host.origin, video.host.shown_host) == (
        "https://player.tube.example:8443",
        "player.tube.example:8443",
    )


@pytest.mark.parametrize("more", ["&t=30s", "?a", "#b", "/"])
def test_what_players_add_to_an_address_is_left_out(more: str) -> None:
    video = video_at([TUBE], f"https://www.tube.example/watch?v=a{more}")
    assert video
    assert video.frame == "https://player.tube.example:8443/embed/a?quiet=1"


@pytest.mark.parametrize(
    "address",
    [
        "https://www.tube.example/watch?v=",
        'https://www.tube.example/watch?v=a"b',
        "https://www.tube.example/watch?v=a b",
        "https://www.tube.example.evil.example/watch?v=a",
        "http://www.tube.example/watch?v=a",
        "files/a.png",
        "",
    ],
)
def test_any_other_address_is_none(address: str) -> None:
    assert video_at([TUBE], address) is None
