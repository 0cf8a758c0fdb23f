"""YAML and text files read strictly, with the place of every value."""
