"""From files to a graph of entries and pages."""
