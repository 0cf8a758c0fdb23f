"""Pictures and other files of a playbook: found, examined, made harmless, and made in sizes."""
