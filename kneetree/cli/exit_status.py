"""The exit statuses of the command line."""

from __future__ import annotations

FINE = 0
PROBLEMS = 1
"""For ``cases``: any under-triage; for ``check``: an error or a broken rule."""
NOT_DONE = 2
NO_WINDOW = 3
INTERRUPTED = 130
"""What shells report for a program that was stopped with Ctrl+C."""
