"""What the operating system is asked for: files written whole, processes that end with this one, temporary folders."""
