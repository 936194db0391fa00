"""The walk as one web page: the data of a tree, the page around it, and the scripts that walk in a browser."""
