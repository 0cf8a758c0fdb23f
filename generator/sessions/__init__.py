"""Sessions that somebody plans: blocks, people and minutes, and what follows from them."""
