"""Parts of account safety that several screens share: codes, passwords, the second factor."""
