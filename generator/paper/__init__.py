"""What is printed, as values: sheets, packs, the book. Made from the graph alone; `generator.pdf` makes the files."""
