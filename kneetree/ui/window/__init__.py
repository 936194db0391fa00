"""The program's window: start, menus, files, results, and its two modes."""
