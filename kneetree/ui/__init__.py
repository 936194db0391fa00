"""The window: all Qt of kneetree is in here."""
