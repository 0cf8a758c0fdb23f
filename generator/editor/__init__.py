"""The editor in the preview: forms for entries, what a change would do, and how it is saved."""
