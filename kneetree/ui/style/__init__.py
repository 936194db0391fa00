"""How everything of the window looks: theme, icons, focus, painters, labels for text from files."""
