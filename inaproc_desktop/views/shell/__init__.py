"""The frame around all pages: rail, bar, palette, and the stack of pages. Its presenter has no toolkit."""
