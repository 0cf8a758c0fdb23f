"""Diagnostics and progress, shown to people and machines."""
