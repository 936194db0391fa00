"""Look at a tree as a whole: its cases, its figures, its difference from another tree."""
