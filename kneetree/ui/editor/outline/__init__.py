"""Show the tree as an indented list."""
