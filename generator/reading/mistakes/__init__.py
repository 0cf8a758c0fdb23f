"""What a file that YAML refuses was meant to say."""
