"""Files made for editors and documentation."""
