"""The command line: arguments, commands, printing, and the walk in a terminal."""
