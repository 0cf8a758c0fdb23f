"""What is printed, as values: sheets, packs and the book, made from the graph alone. `generator.pdf` makes the files."""
