"""kneetree: questions about pain behind the knee, with an answer how urgently to get help."""

__version__ = "1.0.0"
