"""The page of Kotak Keluar."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from inaproc_core.roles import Role
from inaproc_desktop.composition.deps import Deps, PageSpec
from inaproc_desktop.ports.outgoing import Choice
from inaproc_desktop.services.answering import AnsweringService
from inaproc_desktop.services.outbox import OutboxService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.views.outbox.presenter import OutboxPresenter
from inaproc_desktop.views.outbox.view import OutboxPage
from inaproc_desktop.views.words import party_of


def pages(deps: Deps) -> tuple[PageSpec, ...]:
    """Return the page of Kotak Keluar, for every role."""
    service = OutboxService(
        outbox=deps.outbox, mirror=deps.mirror, catalogue=deps.catalogue, clock=deps.clock
    )
    return (
        PageSpec(
            place_id="outbox",
            roles=frozenset(Role) - {Role.SYSTEM, Role.APPLICANT},
            make=partial(_outbox, deps, service),
            badge=service.waiting_for_me,
        ),
    )


def _outbox(deps: Deps, service: OutboxService) -> QWidget:
    actor = deps.signed_in.actor
    answering = AnsweringService(
        outbox=deps.outbox,
        mirror=deps.mirror,
        catalogue=deps.catalogue,
        backend=deps.backend,
        listing=service,
        rules=Rules(deps.policy, deps.calendar, deps.clock),
        actor=actor,
    )
    page = OutboxPage(party_of(actor.role))
    presenter = OutboxPresenter(
        page,
        service,
        answering,
        deps.runner,
        deps.bus,
        deps.clock,
        deps.navigator,
        deps.link,
        deps.sync_now,
        deps.agree_to_deletions,
    )
    page.entered.connect(presenter.open)
    page.left.connect(presenter.leave)
    page.send_asked.connect(presenter.send_now)
    page.deed_chosen.connect(presenter.choose)
    page.deletions_agreed.connect(presenter.agree_to_deletions)
    page.answered.connect(lambda choice: presenter.answer(Choice(choice)))
    page.merge_asked.connect(lambda mine: presenter.merge(mine))
    page.order_asked.connect(presenter.open_order)
    page.proof_given.connect(presenter.prove)
    page.destroyed.connect(presenter.close)
    return page
