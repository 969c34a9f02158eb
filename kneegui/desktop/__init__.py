"""The world outside the program: folders, files of settings, the display, the log."""
