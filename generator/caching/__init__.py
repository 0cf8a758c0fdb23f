"""What was worked out before, kept by everything that decides it."""
