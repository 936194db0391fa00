"""Dialogs of the editor: a safety rule, a case, a reviewer's word."""
