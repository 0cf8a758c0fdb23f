"""What the command `playbook` can do, one module each: `arguments` says what it takes, `run` does it."""
