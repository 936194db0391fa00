"""The inspector: every field of the selected node, edited in place."""
