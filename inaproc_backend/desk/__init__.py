"""The verification desk: what waits for a decision, deciding, and the register of what was decided."""
