"""The walk of one person through a tree: what was asked and answered, and why it ends as it does."""
