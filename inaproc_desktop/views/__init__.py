"""What a person sees: theme, formats, widgets, the shell, and one folder per screen."""
