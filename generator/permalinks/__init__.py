"""Published addresses, which must keep working."""
