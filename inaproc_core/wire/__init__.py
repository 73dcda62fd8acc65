"""What client and backend say to each other: message types and the one codec for both sides."""
