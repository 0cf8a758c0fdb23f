"""Text of the content as HTML."""
