"""Bytes in and out: trees, translations, the crash journal, and the exact place of every error."""
