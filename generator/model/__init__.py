"""What entries are made of: types of values, relations, kinds."""
