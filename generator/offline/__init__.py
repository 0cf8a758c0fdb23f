"""The site without a network: one archive that opens from a disk."""
