"""The wizard "Check my knee": its pages know values and say what was pressed; nothing here knows the document."""
