"""The map of the tree on screen: drawn in batches, moved by gestures, deaf to the document.

It is one widget that paints what is in sight, without an item for each box: an item each passes
16 ms a frame at some 1,500 boxes, this stays at a few with 50,000.
"""
