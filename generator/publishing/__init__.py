"""Effects: the folder of the site and the preview server."""
