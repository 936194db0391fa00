"""Fields of forms: an editor for each kind of value, with a label and the reason of a refusal."""
