"""What a submitted checkout is called while the link is gone: unsent only when it surely is."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from PySide6.QtWidgets import QLabel

from inaproc_desktop.ports.checkout import Standing, Submission
from inaproc_desktop.ports.data import Deed, DeedState
from inaproc_desktop.views.checkout.sent import SentPanel


@pytest.mark.parametrize(
    ("state", "uncertain", "words"),
    [
        (DeedState.WAITING, False, "Belum terkirim"),
        (DeedState.WAITING, True, "Terkirim, belum dipesan"),
        (DeedState.SENDING, False, "Terkirim, belum dipesan"),
    ],
)
def test_without_a_link(qtbot: Any, state: DeedState, uncertain: bool, words: str) -> None:
    panel = SentPanel()
    qtbot.addWidget(panel)
    deed = Deed(
        cmd_id="c-1",
        command="order.submit_checkout",
        order_id="o-1",
        state=state,
        made_at=datetime(2026, 11, 23, tzinfo=UTC),
        payload={},
        uncertain=uncertain,
    )
    panel.show_submission(Submission(order_id="o-1", standing=Standing.WAITING, deed=deed), online=False)
    said = [label.text() for label in panel.findChildren(QLabel)]
    assert words in said
    assert any("tersimpan di perangkat ini" in text for text in said)
