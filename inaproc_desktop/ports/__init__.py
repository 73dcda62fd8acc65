"""What the services and presenters need from outside, as protocols with plain types."""
