"""Every file of the site that is not a page."""
