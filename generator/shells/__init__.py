"""Frames around finished pages. The only package that knows MkDocs."""
