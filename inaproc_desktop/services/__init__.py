"""What people do, one function per deed: ports and rules, no toolkit."""
