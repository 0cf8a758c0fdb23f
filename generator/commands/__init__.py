"""The subcommands of `playbook`, one module each: `arguments` declares its arguments, `run` executes it."""
