"""The bridge between threads: lanes of work, the change bus, messages, and the last resort for exceptions."""
