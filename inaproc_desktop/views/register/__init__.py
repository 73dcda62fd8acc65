"""Register akses: what was asked for and decided, with filters, export and monthly recap."""
