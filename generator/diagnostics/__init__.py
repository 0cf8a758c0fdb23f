"""Problems as values: place, message and correction."""
