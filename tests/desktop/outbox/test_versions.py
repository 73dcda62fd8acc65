"""What waits while program and backend do not fit says so, in the head, in its row and on its card."""

from __future__ import annotations

from dataclasses import replace
from typing import Any

from inaproc_core.errors import Refusal
from inaproc_desktop.composition import outbox as composition
from inaproc_desktop.ports.data import DeedState
from inaproc_desktop.ports.understanding import Understanding
from inaproc_desktop.views.outbox.view import OutboxPage
from inaproc_desktop.views.outbox.words import reason
from tests import builders
from tests.desktop.fake_deps import fake_deps
from tests.desktop.outbox.mix import SUBMIT, Box


def test_a_version_that_does_not_fit_is_the_reason(qtbot: Any) -> None:
    box = Box()
    deed = box.add(SUBMIT, DeedState.WAITING)
    parked = Understanding(parked=Refusal(code="version.client_too_old", facts={"minimum": "9.9.9"}))
    deps, _ = fake_deps(box.world, builders.PP, mine=box.mine)
    held = replace(deps, link=lambda: replace(box.mine.link(), understanding=parked))
    page = composition.pages(held)[0].make()
    assert isinstance(page, OutboxPage)
    qtbot.addWidget(page)
    page.show()
    page.entered.emit(deed)
    assert page._status.text() == "Versi tidak cocok: 1 menunggu"
    row = page.listing.row(deed)
    assert row is not None and "Pasang versi 9.9.9" in reason(row, parked.parked)
    assert reason(row) != reason(row, parked.parked)
    assert page.card._why.accessibleName().startswith("Menunggu versi yang cocok")
