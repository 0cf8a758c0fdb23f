"""Addresses that were published and must keep working."""
