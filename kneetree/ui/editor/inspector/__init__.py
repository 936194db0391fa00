"""Edit every field of the selected node in place."""
