"""``python -m inaproc_backend``."""

from __future__ import annotations

import sys

from inaproc_backend.cli import main

if __name__ == "__main__":
    sys.exit(main())
