"""The HTTP service: accounts, purchasing, feed, catalogue and documents over SQLite or PostgreSQL."""
