"""Edit the open tree: on a map, in an outline, in forms, with what is known of it beside them."""
