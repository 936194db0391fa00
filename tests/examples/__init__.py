"""The trees that come with the program as examples to begin with."""
