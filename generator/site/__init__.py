"""Pages: their contents and how they are rendered."""
