"""Settings for servers say what `HEADERS` says, and for how long browsers may keep a file."""

from generator.outputs.server_settings import headers_file, nginx_file, settings
from generator.site.policy import FOR_GOOD, HEADERS, NEVER, POLICY, SHORTLY

SITE = "/manifest.webmanifest"


def test_headers_for_hosts_of_static_sites() -> None:
    pages = ["index.html", "404.html", "tells/index.html", "tells/size/index.html", "about.md", "assets/odd/index.html"]

    assert headers_file(pages) == (
        f"/*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n"
        f"/assets/*\n  Cache-Control: {FOR_GOOD}\n"
        f"/sw.js\n  Cache-Control: {NEVER}\n"
        + "".join(f"{at}\n  Cache-Control: {SHORTLY}\n" for at in ("/", "/404.html", "/about.md", SITE, "/tells/*"))
    )


def test_headers_for_nginx_stand_wherever_a_location_has_some_of_its_own() -> None:
    text = nginx_file("https://example.org/sub/")

    assert 'error_page 404 "/sub/404.html";' in text
    assert text.count("{") == text.count("}") == 8
    for name, value in HEADERS.items():
        assert text.count(f'add_header {name} "{value}" always;') == 1 + text.count("\nlocation ")


def test_nginx_lets_browsers_keep_for_good_what_has_its_hash_in_its_name_and_is_there() -> None:
    before, _, assets = nginx_file("https://example.org/sub/").partition("location ^~ /sub/assets/ {")

    assert f'add_header Cache-Control "{FOR_GOOD}";' in assets
    assert SHORTLY in before
    assert FOR_GOOD not in before


def test_nginx_has_browsers_ask_for_the_service_worker_each_time() -> None:
    _, _, worker = nginx_file("https://example.org/sub/").partition("location = /sub/sw.js {")

    assert f'add_header Cache-Control "{NEVER}";' in worker.partition("}")[0]


def test_values_need_no_escaping() -> None:
    assert not [value for value in (*HEADERS.values(), FOR_GOOD, SHORTLY) if set(value) & set('"$\\\n')]


def test_both_files_are_written() -> None:
    assert [artifact.path for artifact in settings("https://example.org/")] == ["_headers", "nginx.conf"]


def test_servers_allow_the_videos_that_pages_may_show() -> None:
    frames = ("https://a.example", "https://b.example:8443", "https://a.example")
    for artifact in settings("https://example.org/", frames=frames):
        policies = [line for line in artifact.content.decode().splitlines() if "frame-ancestors" in line]
        assert policies
        assert all("; frame-src https://a.example https://b.example:8443" in line for line in policies)
