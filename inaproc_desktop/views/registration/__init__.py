"""The registration wizards."""
