"""Pure rules of government e-purchasing: values, states, decisions. No I/O, no clock, no toolkit."""
