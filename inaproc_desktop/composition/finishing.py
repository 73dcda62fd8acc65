"""The pages from signing to payment: Surat Pesanan, BAST, Pengiriman, Penerimaan, Pembayaran."""

from __future__ import annotations

from functools import partial

from PySide6.QtWidgets import QWidget

from inaproc_core.roles import BUYERS, OBSERVERS, Role
from inaproc_desktop.composition.deps import Deps, PageSpec
from inaproc_desktop.ports.finishing import Paper, PaymentQueue
from inaproc_desktop.services.payments import PaymentsService
from inaproc_desktop.services.receiving import ReceivingService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.services.seals import DocumentSeals, Seals
from inaproc_desktop.services.shipping import ShippingService
from inaproc_desktop.services.signing import SigningService
from inaproc_desktop.views.payments.presenter import PaymentsPresenter
from inaproc_desktop.views.payments.view import PaymentsPage
from inaproc_desktop.views.receiving.presenter import ReceivingPresenter
from inaproc_desktop.views.receiving.view import ReceivingPage
from inaproc_desktop.views.shipping.presenter import ShippingPresenter
from inaproc_desktop.views.shipping.view import ShippingPage
from inaproc_desktop.views.signing.presenter import SigningPresenter
from inaproc_desktop.views.signing.view import SigningPage

_READERS = BUYERS | OBSERVERS | {Role.PENYEDIA, Role.BENDAHARA}


def pages(deps: Deps, seals: Seals | None = None) -> tuple[PageSpec, ...]:
    """Return the pages of this area for one access.

    Args:
        deps: what they are built from.
        seals: keys and signatures; the real ones unless a test brings cheaper ones.
    """
    rules = Rules(deps.policy, deps.calendar, deps.clock)
    actor = deps.signed_in.actor
    signing = SigningService(
        mirror=deps.mirror,
        documents=deps.documents,
        backend=deps.backend,
        keys=deps.keys,
        seals=seals or DocumentSeals(),
        rules=rules,
        clock=deps.clock,
        actor=actor,
    )
    shipping = ShippingService(mirror=deps.mirror, outbox=deps.outbox, rules=rules, actor=actor)
    receiving = ReceivingService(
        mirror=deps.mirror, outbox=deps.outbox, backend=deps.backend, rules=rules, actor=actor
    )
    payments = PaymentsService(mirror=deps.mirror, backend=deps.backend, rules=rules, actor=actor)
    return (
        PageSpec(
            place_id="payments",
            roles=frozenset({Role.PPK, Role.BENDAHARA, Role.PENYEDIA}),
            make=partial(_payments, deps, payments),
            badge=payments.waiting_for_me,
        ),
        PageSpec(
            place_id="receiving",
            roles=frozenset({Role.PPK}),
            make=partial(_receiving, deps, receiving),
            badge=receiving.waiting_for_me,
        ),
        PageSpec(
            place_id="shipping",
            roles=frozenset({Role.PENYEDIA}),
            make=partial(_shipping, deps, shipping),
            badge=shipping.waiting_for_me,
        ),
        PageSpec(
            place_id="letter",
            rail="orders",
            roles=_READERS,
            make=partial(_paper, deps, signing, Paper.LETTER),
        ),
        PageSpec(
            place_id="bast", rail="orders", roles=_READERS, make=partial(_paper, deps, signing, Paper.BAST)
        ),
    )


def _paper(deps: Deps, service: SigningService, paper: Paper) -> QWidget:
    page = SigningPage(paper, deps.runner)
    presenter = SigningPresenter(
        page, service, deps.runner, deps.bus, deps.clock, deps.navigator, deps.link, paper
    )
    page.entered.connect(presenter.open)
    page.verify_asked.connect(presenter.verify)
    page.save_asked.connect(presenter.save_copy)
    page.key_asked.connect(presenter.make_key)
    page.sign_asked.connect(presenter.sign)
    page.number_asked.connect(presenter.number)
    page.declined.connect(presenter.decline)
    page.turned_back.connect(presenter.turn_back)
    page.back_asked.connect(presenter.back)
    page.destroyed.connect(presenter.close)
    return page


def _shipping(deps: Deps, service: ShippingService) -> QWidget:
    page = ShippingPage()
    presenter = ShippingPresenter(
        page, service, deps.runner, deps.bus, deps.clock, deps.navigator, deps.sync_now
    )
    page.entered.connect(presenter.open)
    page.order_chosen.connect(presenter.choose)
    page.order_asked.connect(presenter.open_order)
    page.edited.connect(lambda form: presenter.edit(form))
    page.shipped.connect(lambda form: presenter.ship(form))
    page.arrived.connect(presenter.mark_arrived)
    page.destroyed.connect(presenter.close)
    return page


def _receiving(deps: Deps, service: ReceivingService) -> QWidget:
    page = ReceivingPage()
    presenter = ReceivingPresenter(
        page, service, deps.runner, deps.bus, deps.clock, deps.navigator, deps.link, deps.sync_now
    )
    page.entered.connect(presenter.open)
    page.order_chosen.connect(presenter.choose)
    page.order_asked.connect(presenter.open_order)
    page.bast_asked.connect(presenter.open_bast)
    page.edited.connect(lambda form: presenter.edit(form))
    page.inspected.connect(lambda form: presenter.inspect(form))
    page.arrived.connect(presenter.mark_arrived)
    page.destroyed.connect(presenter.close)
    return page


def _payments(deps: Deps, service: PaymentsService) -> QWidget:
    page = PaymentsPage(deps.signed_in.actor.role)
    presenter = PaymentsPresenter(page, service, deps.runner, deps.bus, deps.clock, deps.navigator, deps.link)
    page.entered.connect(presenter.open)
    page.queue_asked.connect(lambda queue: presenter.show_queue(PaymentQueue(queue)))
    page.row_chosen.connect(presenter.choose)
    page.paper_asked.connect(presenter.open_paper)
    page.channel_chosen.connect(presenter.choose_channel)
    page.edited.connect(lambda form: presenter.edit(form))
    page.paid.connect(lambda form, code, password: presenter.confirm(form, code, password))
    page.destroyed.connect(presenter.close)
    return page
