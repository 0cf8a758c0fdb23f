"""Printed documents as values: sheets, packs, the book. Made from the graph alone; `pdf` makes the files."""
