"""Messages going out: a queue in the database, their words, and senders for SMTP, SMS and training."""
