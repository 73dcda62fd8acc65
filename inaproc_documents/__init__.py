"""Paper: documents rendered from frozen orders, and the signatures on them. No screen, database or clock."""
