"""The page of Kotak Keluar."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from inaproc_core.roles import Role
from inaproc_desktop.composition.deps import Deps, PageSpec
from inaproc_desktop.services.outbox import OutboxService
from inaproc_desktop.views.outbox.presenter import OutboxPresenter
from inaproc_desktop.views.outbox.view import OutboxPage


def pages(deps: Deps) -> tuple[PageSpec, ...]:
    """Return the page of Kotak Keluar, for every role."""
    service = OutboxService(outbox=deps.outbox, mirror=deps.mirror)
    return (
        PageSpec(
            place_id="outbox",
            roles=frozenset(Role) - {Role.SYSTEM, Role.APPLICANT},
            make=partial(_outbox, deps, service),
            badge=service.waiting_for_me,
        ),
    )


def _outbox(deps: Deps, service: OutboxService) -> QWidget:
    page = OutboxPage()
    presenter = OutboxPresenter(
        page,
        service,
        deps.runner,
        deps.bus,
        deps.clock,
        deps.navigator,
        deps.link,
        deps.sync_now,
    )
    page.entered.connect(presenter.open)
    page.send_asked.connect(presenter.send_now)
    page.order_chosen.connect(presenter.open_order)
    page.correction_asked.connect(presenter.correct)
    page.dismissed.connect(presenter.dismiss)
    page.withdrawn.connect(presenter.withdraw)
    page.destroyed.connect(presenter.close)
    return page
