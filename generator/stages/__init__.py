"""The stages from files to a site. Each takes a value and returns one that carries its diagnostics."""
