"""The frame of the registration wizards: stages above, steps at the left, one page at a time."""
