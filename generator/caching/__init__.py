"""Cached results, keyed by everything that decides them."""
