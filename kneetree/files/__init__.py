"""Reading and writing of trees, translations and the crash journal, with the exact place of every error."""
