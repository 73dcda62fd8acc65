"""Where the backend keeps things: table definitions, the database connection, the change feed's rows."""
