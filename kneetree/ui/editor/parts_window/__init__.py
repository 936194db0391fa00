"""Edit the tree's own parts: what it is about, findings, sources, conditions, regions."""
