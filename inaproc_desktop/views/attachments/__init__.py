"""A supporting document opened inside the program."""
