"""Stages 2 and 3: profiles, requests for accesses, granting them, and the life they have then."""
