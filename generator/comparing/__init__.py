"""Compare two versions of a playbook as values, and say what changes in words that a reviewer reads.

`revision` fetches the other version through git, `compare` says what differs, `telling` writes it down.
"""
