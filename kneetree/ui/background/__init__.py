"""Work beside the window: threads, and the collection of Python's garbage."""
