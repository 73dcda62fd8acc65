"""The pages of ordering: Negosiasi, Persetujuan PPK, Pesanan."""

from __future__ import annotations

import csv
from functools import partial
from pathlib import Path

from PySide6.QtWidgets import QWidget

from inaproc_core.roles import OBSERVERS, Role
from inaproc_desktop.composition.attaching import open_from
from inaproc_desktop.composition.deps import Deps, PageSpec
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.ports.ordering import SavedView
from inaproc_desktop.services.approvals import ApprovalsService
from inaproc_desktop.services.negotiation import NegotiationService
from inaproc_desktop.services.orders import OrdersService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.views.approvals.presenter import ApprovalsPresenter
from inaproc_desktop.views.approvals.view import ApprovalsPage
from inaproc_desktop.views.negotiation.presenter import NegotiationPresenter
from inaproc_desktop.views.negotiation.view import NegotiationPage
from inaproc_desktop.views.orders.detail import OrderPage
from inaproc_desktop.views.orders.presenter import OrderPresenter, OrdersPresenter
from inaproc_desktop.views.orders.rows import Sheet, SheetCell
from inaproc_desktop.views.orders.view import OrdersPage

_BUYING = frozenset({Role.PP, Role.PPK, Role.POKJA})
_TRADING = _BUYING | {Role.PENYEDIA}
_SEEING = _TRADING | {Role.BENDAHARA} | OBSERVERS


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
    orders = OrdersService(mirror=deps.mirror, rules=rules, actor=deps.signed_in.actor)
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
        PageSpec(
            place_id="orders",
            roles=_SEEING,
            make=partial(_orders, deps, orders),
            badge=orders.waiting_for_me,
        ),
        PageSpec(place_id="order", roles=_SEEING, make=partial(_order, deps, orders), rail="orders"),
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
    open_from(deps, page, page.files)
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
    open_from(deps, page, page.files)
    page.destroyed.connect(presenter.close)
    return page


def _orders(deps: Deps, service: OrdersService) -> QWidget:
    role = deps.signed_in.actor.role
    page = OrdersPage(role)
    # Who only looks has no moves of their own to begin with.
    first = SavedView.RUNNING if role in OBSERVERS else SavedView.MINE
    presenter = OrdersPresenter(
        page, service, deps.runner, deps.bus, deps.clock, deps.navigator, write_sheet, first
    )
    page.entered.connect(presenter.open)
    page.order_chosen.connect(presenter.open_order)
    page.view_chosen.connect(lambda view: presenter.choose_view(view))
    page.searched.connect(presenter.search)
    page.export_chosen.connect(lambda sheet, path: presenter.export(sheet, path))
    page.destroyed.connect(presenter.close)
    return page


def _order(deps: Deps, service: OrdersService) -> QWidget:
    page = OrderPage(deps.signed_in.actor.role)
    presenter = OrderPresenter(page, service, deps.runner, deps.bus, deps.clock, deps.navigator)
    page.entered.connect(presenter.open)
    page.back_asked.connect(presenter.go_back)
    page.acted.connect(presenter.act)
    page.place_asked.connect(presenter.open_place)
    open_from(deps, page, page.files)
    page.banner_action.connect(presenter.answer)
    page.destroyed.connect(presenter.close)
    return page


def write_sheet(sheet: Sheet, path: Path) -> None:
    """Write a table to XLSX, or to CSV when the path ends so; a file is there whole or not at all.

    Raises:
        WorldFailed: ``world.disk`` when the place cannot be written.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        if path.suffix.lower() == ".csv":
            _write_csv(sheet, part)
        else:
            _write_xlsx(sheet, part)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise WorldFailed("world.disk", str(error)) from error


def _write_csv(sheet: Sheet, path: Path) -> None:
    # With a byte order mark and semicolons: as Excel reads it where the comma is the decimal sign.
    with path.open("w", encoding="utf-8-sig", newline="") as file:
        writer = csv.writer(file, delimiter=";")
        writer.writerow(sheet.headings)
        writer.writerows([_harmless(cell) for cell in row] for row in sheet.rows)


def _write_xlsx(sheet: Sheet, path: Path) -> None:
    from openpyxl import Workbook  # late: half a second that only an export needs
    from openpyxl.cell import WriteOnlyCell
    from openpyxl.styles import Font

    # The place is tried first: a half-written book cannot be thrown away cleanly.
    with path.open("wb") as file:
        book = Workbook(write_only=True)
        page = book.create_sheet(sheet.title[:31])
        page.freeze_panes = "A2"
        head = []
        for text in sheet.headings:
            cell = WriteOnlyCell(page, value=text)
            cell.font = Font(bold=True)
            head.append(cell)
        page.append(head)
        for row in sheet.rows:
            cells: list[object] = [_harmless(value) for value in row]
            for at in sheet.money:
                money = WriteOnlyCell(page, value=int(str(row[at])))
                money.number_format = "#,##0"
                cells[at] = money
            page.append(cells)
        book.save(file)


def _harmless(cell: SheetCell) -> SheetCell:
    """Keep text from being read as a formula (CWE-1236): names come from other people."""
    return f"'{cell}" if isinstance(cell, str) and cell[:1] in {"=", "+", "-", "@", "\t", "\r"} else cell
