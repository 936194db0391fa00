"""A tree of questions, the values in it, and the changes made to it.  Nothing here knows files or walks."""
