"""The open document: its tree, undo history, crash journal, the walk over it, the tree in another language."""
