"""Work beside the window: threads, the bar that shows long work, and the collection of Python's garbage."""
