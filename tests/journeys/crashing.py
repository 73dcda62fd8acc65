"""A newcomer's window in a process of its own, to be killed half-way by whoever started it.

``python -m tests.journeys.crashing PROFILE URL NUMBER PAPERS``; writes ``HALF`` when half is filled in.
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtWidgets import QApplication, QLabel

from inaproc_core.registration.vocabulary import FileSlot
from inaproc_desktop.tour import hands
from inaproc_desktop.tour.newcomer import PASSWORD
from tests.journeys import newcomers as people
from tests.journeys.windows import Window

HALF = "HALF"


def main() -> None:
    """Fill in the data and one picture of stage 2, then wait for the end."""
    profile, url, number, folder = sys.argv[1:]
    application = QApplication(sys.argv[:1])
    window = Window(application, Path(profile), url)
    who = people.newcomer(int(number))
    window.come_in(who.identity.username, PASSWORD)
    people.begin_profile(window, who)
    hands.click(window.window, "profile_wizard.next")
    people.hand_in(window, "profile_wizard", FileSlot.KTP, people.card(who, Path(folder)))
    kept = hands.see(window.window, "profile_wizard.kept", QLabel)
    hands.wait_until(lambda: kept.text().startswith("Draf tersimpan"), "the draft to be kept")
    sys.stdout.write(f"{HALF}\n")
    sys.stdout.flush()
    while True:
        hands.settle(1.0)


if __name__ == "__main__":
    main()
