"""Pembayaran: the channel, the termin to confirm, and what was paid."""
