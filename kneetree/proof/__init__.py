"""Every person at once: whether safety rules hold, and which answers lead to a node."""
