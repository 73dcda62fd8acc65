"""``python -m inaproc_desktop.tour --output DIR``: play registration and both purchases in real windows."""

from __future__ import annotations

import argparse
import os
import sys
import tempfile
import traceback
from pathlib import Path

from PySide6.QtWidgets import QApplication

from inaproc_desktop.launcher import TrainingProcess
from inaproc_desktop.tour.flows import play_all
from inaproc_desktop.tour.record import Record


def main() -> int:
    """Play; returns 0 when every step reached its state."""
    parser = argparse.ArgumentParser(prog="inaproc_desktop.tour", description=__doc__)
    parser.add_argument("--output", type=Path, default=Path("demo-output"), metavar="DIR")
    folder: Path = parser.parse_args().output
    # The system's keyring belongs to whoever plays the tour: its people use the passphrase file instead.
    os.environ["PYTHON_KEYRING_BACKEND"] = "keyring.backends.fail.Keyring"
    application = QApplication(sys.argv[:1])
    application.setQuitOnLastWindowClosed(False)
    record = Record(folder)
    with tempfile.TemporaryDirectory(prefix="inaproc-tour-") as room:
        training = TrainingProcess(Path(room) / "server")
        failed = ""
        try:
            play_all(Path(room), training.start().url, record)
        except Exception as error:  # the tour ends here whatever it was, and says so
            failed = f"{type(error).__name__}: {error}"
            traceback.print_exc()
        finally:
            training.stop()
    record.close(failed=failed)
    sys.stdout.write(record.summary())
    return 1 if failed else 0


if __name__ == "__main__":
    sys.exit(main())
