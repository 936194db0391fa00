"""The command line: arguments, commands, printing, the walk in a terminal."""
