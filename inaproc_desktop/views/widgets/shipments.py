"""Shipments of an order: what is in each, where it stands, and marking it as arrived."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QWidget

from inaproc_core.orders.model import Order
from inaproc_desktop.ports.finishing import ShipmentRow
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.card import Card
from inaproc_desktop.views.widgets.dialogs import FormDialog
from inaproc_desktop.views.widgets.fields.text import TextField
from inaproc_desktop.views.widgets.marks import Pill
from inaproc_desktop.views.widgets.values import PillText, Tone


class ShipmentsCard(Card):
    """The shipments of one order, newest first.

    Args:
        name: prefix of object names: ``receiving`` gives ``receiving.mark_arrived_1``.
        parent: the widget that owns it.

    Signals:
        mark_asked(int): this shipment has arrived.
    """

    mark_asked = Signal(int)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._name = name
        self.setObjectName(f"{name}.shipments")
        self.show_title(self.tr("Pengiriman"))

    def show_shipments(self, order: Order, rows: Sequence[ShipmentRow], *, may_mark: bool) -> None:
        """Show the shipments."""
        parts.clear(self.body)
        self.show_note(self.tr("{count} pengiriman").format(count=len(rows)) if rows else "")
        if not rows:
            self.add(parts.label(self.tr("Belum ada barang yang dikirim."), "muted", wrap=True))
        for at, each in enumerate(rows):
            if at:
                self.add(parts.rule())
            self.add(self._line(order, each, may_mark=may_mark))

    def _line(self, order: Order, each: ShipmentRow, *, may_mark: bool) -> QWidget:
        shipment = each.shipment
        title = self.tr("Pengiriman {no} · {place}").format(
            no=shipment.no, place=each.place.recipient if each.place is not None else "—"
        )
        head: list[QWidget | None] = [parts.label(title, "strong"), None, Pill(self._state(each))]
        if may_mark and shipment.arrived_at is None:
            mark = parts.button(self.tr("Tandai tiba…"))
            mark.setObjectName(f"{self._name}.mark_arrived_{shipment.no}")
            mark.setEnabled(each.sent)
            mark.clicked.connect(lambda _checked=False, no=shipment.no: self.mark_asked.emit(no))
            head.append(mark)
        names = {str(line.no): line for line in order.lines}
        goods = "; ".join(
            f"{names[number].name} {fmt.quantity(amount, names[number].unit)}"
            for number, amount in shipment.quantities.items()
            if number in names
        )
        carrier = " · ".join(
            part for part in (shipment.courier_name, shipment.tracking_number, shipment.driver) if part
        )
        when = self.tr("Dikirim {sent}, perkiraan tiba {expected}").format(
            sent=fmt.moment(shipment.shipped_at), expected=fmt.date(shipment.expected_on)
        )
        lines: list[QWidget] = [
            parts.row(*head),
            parts.label(goods, wrap=True),
            parts.label(carrier, "muted", wrap=True, selectable=True),
            parts.label(when, "small", wrap=True),
        ]
        if shipment.arrived_at is not None:
            arrived = self.tr("Tiba {moment}, diterima oleh {name}")
            lines.append(
                parts.label(
                    arrived.format(moment=fmt.moment(shipment.arrived_at), name=shipment.received_by),
                    "small",
                    wrap=True,
                )
            )
        return parts.column(*lines, gap=2)

    def _state(self, each: ShipmentRow) -> PillText:
        if not each.sent or not each.arrival_sent:
            return PillText(self.tr("Menunggu terkirim"), Tone.WARN)
        if each.shipment.arrived_at is not None:
            return PillText(self.tr("Tiba"), Tone.OK)
        return PillText(self.tr("Dalam perjalanan"), Tone.ACCENT)


def ask_receiver(parent: QWidget, name: str, proposed: str, on_name: Callable[[str], None]) -> FormDialog:
    """Ask who received a shipment; opens at once and returns at once.

    Args:
        parent: any widget of the page.
        name: prefix of object names.
        proposed: the recipient of the delivery place.
        on_name: gets the name.
    """
    field = TextField(
        QCoreApplication.translate("Shipments", "Diterima oleh"),
        required=True,
        max_length=100,
        hint=QCoreApplication.translate("Shipments", "Nama orang atau bagian yang menerima barang."),
    )
    field.setObjectName(f"{name}.received_by")
    field.show_value(proposed)
    dialog = FormDialog(
        parent,
        title=QCoreApplication.translate("Shipments", "Tandai pengiriman tiba"),
        body=field,
        confirm=QCoreApplication.translate("Shipments", "Tandai Tiba"),
    )
    dialog.confirm_button.setObjectName(f"{name}.confirm_arrived")

    def on_confirmed() -> None:
        if not field.value():
            field.show_error(QCoreApplication.translate("Shipments", "Isi nama penerima barang."))
            field.focus_editor()
            return
        dialog.accept()
        on_name(field.value())

    dialog.confirmed.connect(on_confirmed)
    dialog.open()
    return dialog
