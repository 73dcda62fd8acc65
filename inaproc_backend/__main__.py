"""``python -m inaproc_backend``: the same as the ``inaproc-backend`` command."""

from __future__ import annotations

import sys

from inaproc_backend.cli import main

sys.exit(main())
