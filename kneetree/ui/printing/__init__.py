"""The result on paper: pages, PDF, preview.  Knows the summary of a walk, nothing of the window."""
