"""What the author probably meant in a file that is not valid YAML."""
