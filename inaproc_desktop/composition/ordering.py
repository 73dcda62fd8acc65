"""The pages of ordering: Negosiasi, Persetujuan PPK, Pesanan."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from inaproc_core.roles import Role
from inaproc_desktop.composition.deps import Deps, PageSpec
from inaproc_desktop.services.approvals import ApprovalsService
from inaproc_desktop.services.negotiation import NegotiationService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.views.approvals.presenter import ApprovalsPresenter
from inaproc_desktop.views.approvals.view import ApprovalsPage
from inaproc_desktop.views.negotiation.presenter import NegotiationPresenter
from inaproc_desktop.views.negotiation.view import NegotiationPage

_BUYING = frozenset({Role.PP, Role.PPK, Role.POKJA})
_TRADING = _BUYING | {Role.PENYEDIA}


def pages(deps: Deps) -> tuple[PageSpec, ...]:
    """Return the pages of this area for one access."""
    rules = Rules(deps.policy, deps.calendar, deps.clock)
    negotiation = NegotiationService(
        mirror=deps.mirror,
        outbox=deps.outbox,
        drafts=deps.drafts,
        catalogue=deps.catalogue,
        rules=rules,
        actor=deps.signed_in.actor,
    )
    approvals = ApprovalsService(
        mirror=deps.mirror,
        catalogue=deps.catalogue,
        drafts=deps.drafts,
        backend=deps.backend,
        rules=rules,
        actor=deps.signed_in.actor,
    )
    return (
        PageSpec(
            place_id="negotiation",
            roles=_TRADING,
            make=partial(_negotiation, deps, negotiation),
            badge=negotiation.waiting_for_me,
        ),
        PageSpec(
            place_id="approvals",
            roles=frozenset({Role.PPK, Role.APIP}),
            make=partial(_approvals, deps, approvals),
            badge=approvals.waiting_for_me,
        ),
    )


def _negotiation(deps: Deps, service: NegotiationService) -> QWidget:
    page = NegotiationPage(deps.signed_in.actor.role)
    presenter = NegotiationPresenter(page, service, deps.runner, deps.bus, deps.clock, deps.sync_now)
    page.entered.connect(presenter.open)
    page.left.connect(presenter.leave)
    page.order_chosen.connect(presenter.open)
    page.searched.connect(presenter.search)
    page.edited.connect(lambda prices, note: presenter.edit(prices, note))
    page.same_asked.connect(presenter.fill_same)
    page.lower_asked.connect(presenter.fill_lower)
    page.sent.connect(presenter.send)
    page.agreed.connect(presenter.agree)
    page.stopped.connect(presenter.stop)
    page.handed_over.connect(presenter.hand_over)
    page.taken_back.connect(presenter.take_back)
    page.destroyed.connect(presenter.close)
    return page


def _approvals(deps: Deps, service: ApprovalsService) -> QWidget:
    page = ApprovalsPage()
    presenter = ApprovalsPresenter(
        page, service, deps.runner, deps.bus, deps.clock, deps.navigator, deps.link
    )
    page.entered.connect(presenter.open)
    page.left.connect(presenter.leave)
    page.order_chosen.connect(presenter.open)
    page.edited.connect(lambda terms, ticked: presenter.edit(terms, ticked))
    page.issued.connect(presenter.issue_letter)
    page.sent_back.connect(presenter.send_back)
    page.rejected.connect(presenter.reject)
    page.destroyed.connect(presenter.close)
    return page
