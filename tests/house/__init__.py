"""Tests of the house itself: directions between rooms, sizes of files, what may be in the tree."""
