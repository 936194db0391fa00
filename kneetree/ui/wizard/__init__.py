"""The wizard that asks the questions: its pages know values and say what was pressed, and nothing of the document."""
