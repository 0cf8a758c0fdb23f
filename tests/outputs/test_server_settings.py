"""Settings for servers say what `HEADERS` says."""

from generator.outputs.server_settings import headers_file, nginx_file, settings
from generator.site.policy import HEADERS, POLICY


def test_headers_for_hosts_of_static_sites() -> None:
    assert headers_file() == (
        f"/*\n  Content-Security-Policy: {POLICY}\n  X-Content-Type-Options: nosniff\n  Referrer-Policy: no-referrer\n"
    )


def test_headers_for_nginx_stand_wherever_a_location_has_some_of_its_own() -> None:
    text = nginx_file("https://example.org/sub/")

    assert 'error_page 404 "/sub/404.html";' in text
    assert text.count("{") == text.count("}") == 4
    for name, value in HEADERS.items():
        assert text.count(f'add_header {name} "{value}" always;') == 1 + text.count("\nlocation ~")


def test_values_need_no_escaping() -> None:
    assert not [value for value in HEADERS.values() if set(value) & set('"$\\\n')]


def test_both_files_are_written() -> None:
    assert [artifact.path for artifact in settings("https://example.org/")] == ["_headers", "nginx.conf"]
