"""What the window does when the person pauses, done at once."""

from __future__ import annotations

from kneetree.ui.window.file_actions import Files


def offer_recovery(files: Files) -> None:
    """Offer the work that was left, as if the person paused just now."""
    files.offer_recovery()
    files._quiet._on_pause()
