"""The configuration of a playbook: `site_config.yml`, its theme and the kinds it declares."""
