"""Pictures drawn as SVG when the site is built: pure functions from plain values to markup."""
