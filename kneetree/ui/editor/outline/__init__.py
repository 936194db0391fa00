"""The tree as an indented list."""
