"""The order: one machine from checkout to payment (orders.md §3–8, transition table 6.4)."""
