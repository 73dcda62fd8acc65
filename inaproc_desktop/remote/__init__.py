"""Talking to the backend over HTTP."""
