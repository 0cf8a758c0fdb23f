"""The words of the interface, in one file per language, and what else depends on the language of a playbook."""
