"""Problems as values: where they are, what is wrong, what to type instead."""
