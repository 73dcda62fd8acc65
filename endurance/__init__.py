"""Real processes, real files, a bad line between them, and kills: what is left in the end must be right."""
