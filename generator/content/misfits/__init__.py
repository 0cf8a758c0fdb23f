"""Validation errors of pydantic, explained to the author."""
