"""Documents for paper that are quick to lay out."""

from __future__ import annotations

PAGE = """<!doctype html><html lang="en"><head><title>{title}</title><style>
@page {{ size: 120mm 90mm; margin: 12mm; @bottom-right {{ content: counter(page) " / " counter(pages) }} }}
.next {{ break-before: page }} h1 {{ bookmark-level: 1 }}
input {{ font-family: "Playbook Fields" }}</style></head><body>{body}</body></html>"""
FORM = """<h1>Form</h1><form><input name="form 1 name" title="Name">
<input type="radio" name="form 1 one" value="a" title="One: a" data-question="One">
<input type="radio" name="form 1 one" value="b" title="One: b" data-question="One"></form>"""
