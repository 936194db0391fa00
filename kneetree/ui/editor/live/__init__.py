"""Work out what is known of the tree beside the editing: in slices, in threads, after every edit."""
