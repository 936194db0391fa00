"""The values of a tree of questions, the tree itself, and changes of it."""
