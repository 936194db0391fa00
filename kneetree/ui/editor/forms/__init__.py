"""Open dialogs over one thing: a safety rule, a case, a sign-off."""
