"""Revisions in their order: ``r0001_…`` follows nothing, each other one names the one before it."""
