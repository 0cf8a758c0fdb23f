"""The typefaces of pages and paper. They come from packages, so a page and a PDF look the same on every machine."""
