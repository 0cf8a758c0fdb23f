"""Commands that change the files of a playbook: rename, remove, create, fix.

Only the characters that have to change are edited: comments, blank lines, quotation marks and line ends stay as they
are. See docs/decisions/0007-editing-by-spans.md.
"""
