"""Stages 2 and 3 on this machine: filling in, checking, handing in."""
