from generator.outputs.sitemap import sitemap
from generator.site.page import Page


def page(url: str) -> Page:
    return Page(url, "A page", "For a test.", "", "page", "")


def test_every_page_but_that_for_a_wrong_address_stands_in_it_without_a_date() -> None:
    found = sitemap([page(""), page("tells/"), page("tells/size&speed/"), page("404.html")], "https://example.org/sub/")

    assert found.path == "sitemap.xml"
    assert found.content.decode() == (
        '<?xml version="1.0" encoding="UTF-8"?>\n'
        '<urlset xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">\n'
        "<url><loc>https://example.org/sub/</loc></url>\n"
        "<url><loc>https://example.org/sub/tells/</loc></url>\n"
        "<url><loc>https://example.org/sub/tells/size&amp;speed/</loc></url>\n"
        "</urlset>\n"
    )
