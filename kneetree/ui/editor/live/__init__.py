"""What is worked out beside the editing: slices, threads, verdicts after every edit."""
