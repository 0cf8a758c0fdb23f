"""Self-checks: how answers become scores and advice."""
