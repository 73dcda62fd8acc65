"""Who is there: passwords, second factor, sessions with their tokens, step-up, and accesses."""
