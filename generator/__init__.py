"""Compile a playbook kept as YAML into a site, printables and self-assessments.

Read `pipeline.py` first: it tells the whole story.
"""

__version__ = "0.1.0"
