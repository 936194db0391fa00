"""The editor: a graph, an outline and an inspector over the open tree."""
