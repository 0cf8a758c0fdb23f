"""The search index: what readers may look for, made at build time and searched in their browser."""

from generator.search.index import INDEX_PATH, index_json
from generator.search.records import Record, records

__all__ = ["INDEX_PATH", "Record", "index_json", "records"]
