"""The exit statuses of the command line."""

from __future__ import annotations

FINE = 0
PROBLEMS = 1
"""A case is under-triaged or, for ``check``, the tree has an error or breaks a rule."""
NOT_DONE = 2
NO_WINDOW = 3
INTERRUPTED = 130
"""What shells report for a program that was stopped with Ctrl+C."""
