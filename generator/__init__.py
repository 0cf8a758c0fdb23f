"""Compile a playbook kept as YAML into a site, printables and self-assessments.

Read `pipeline.py` first: it tells the whole story.
"""

import os

__version__ = "0.2.0"

# A package that happens to be installed beside us must not change how content is read, and to look for one takes
# longer than to read an entry.
os.environ.setdefault("PYDANTIC_DISABLE_PLUGINS", "__all__")
