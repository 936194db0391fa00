"""One person: what was asked and answered, and why it ends as it does."""
