"""Pages: what they hold and how they are rendered."""
