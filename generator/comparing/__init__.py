"""Compare two versions of a playbook as values, and describe the changes for reviewers.

`revision` gets the other version from git, `compare` finds the differences, `sentences` says them in the language of
the playbook, `formats` writes them.
"""
