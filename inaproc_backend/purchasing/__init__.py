"""Commands on orders: gather facts, let the core decide, write everything of one command together."""
