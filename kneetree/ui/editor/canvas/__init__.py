"""Show the map of the tree: drawn in batches, moved by gestures, without knowing the document.

One widget paints what is in sight.  With a graphics item for each box a frame took 16 ms at some 1,500 boxes;
like this it takes a few milliseconds at 50,000.
"""
