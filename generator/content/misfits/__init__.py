"""What does not fit a model, explained for the author."""
