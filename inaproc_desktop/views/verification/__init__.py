"""Verifikasi: the queue, one item beside its documents, the decision."""
