"""Keeping this machine and the backend in step: push the outbox, pull the feed, never lose a command."""
