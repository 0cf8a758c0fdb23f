"""Change the files of a playbook on somebody's behalf: rename, remove, write anew, mend.

Files are edited at the very characters that have to change, and nowhere else: comments, blank lines, quotation marks
and line ends stay as their author left them. See docs/decisions/0007-editing-by-spans.md.
"""
