"""The form of one shipment: where, by whom, what, until when."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inaproc_core.errors import Refusal
from inaproc_core.orders.content import Courier
from inaproc_core.values import Quantity
from inaproc_desktop.ports.finishing import PlaceLeft, ShipForm, ShippingFile
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.widgets import (
    Align,
    Card,
    ComboField,
    DateField,
    Field,
    GridColumn,
    LineGrid,
    Option,
    QuantityField,
    TextField,
    button,
    column,
    label,
    row,
)
from inaproc_desktop.views.widgets.parts import show_or_hide
from inaproc_desktop.views.words import refusal_sentence


class ShipFormCard(Card):
    """A shipment being filled in; quantities start at what is left.

    Attributes:
        deed: its button and what is wrong, for the page to keep in sight.

    Signals:
        edited(object): a ``ShipForm``.
        sent(object): a ``ShipForm`` with a date.
    """

    edited = Signal(object)
    sent = Signal(object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Kirim barang"))
        self._file: ShippingFile | None = None
        self._key: object = None
        self._busy = False
        self.place = ComboField(self.tr("Lokasi pengiriman"), required=True)
        self.place.setObjectName("shipping.place")
        self.address = label("", "muted", wrap=True, selectable=True)
        self.courier = TextField(self.tr("Nama kurir"), required=True, max_length=100)
        self.courier.setObjectName("shipping.courier")
        self.tracking = TextField(self.tr("Nomor resi"), required=True, max_length=60)
        self.tracking.setObjectName("shipping.tracking")
        self.driver = TextField(self.tr("Pengemudi dan nomor ponsel"), required=True, max_length=120)
        self.driver.setObjectName("shipping.driver")
        self.expected = DateField(self.tr("Perkiraan tiba"), required=True)
        self.expected.setObjectName("shipping.expected")
        self.lines = LineGrid(
            self.tr("Jumlah dikirim"),
            [
                GridColumn(self.tr("Barang")),
                GridColumn(self.tr("Sisa"), 90, Align.RIGHT),
                GridColumn(self.tr("Dikirim sekarang"), 220),
            ],
        )
        self._amounts: dict[str, QuantityField] = {}
        self.problem = label("", "error", wrap=True)
        self.problem.setObjectName("shipping.problem")
        self.send = button(self.tr("Kirim"), "primary", "truck")
        self.send.setObjectName("shipping.send")
        for widget in (
            self.place,
            self.address,
            row(self.courier, self.tracking, self.driver, self.expected, gap=12),
            self.lines,
        ):
            self.add(widget)
        self.problem.hide()
        self.deed = column(self.problem, row(None, self.send))
        self.place.changed.connect(lambda _value: self._show_place())
        for field in (self.courier, self.tracking, self.driver, self.expected):
            field.changed.connect(lambda _value: self._tell())
        self.send.clicked.connect(self._on_send)

    def show_file(self, file: ShippingFile) -> None:
        """Show what is left of an order; what is typed stays while that is the same."""
        self._file = file
        places = [one for one in file.places if one.left]
        self.place.show_options([self._option(one) for one in places])
        show_or_hide(self.place, len(file.places) > 1)
        key = (file.order.id, [(one.place.no, dict(one.left)) for one in places])
        if key != self._key:
            changed_order = self._key is None or self._key[0] != file.order.id  # type: ignore[index]  # our own pair
            self._key = key
            if changed_order:
                self._forget_carrier()
            self.place.show_value(str(places[0].place.no) if places else None)
            self._show_place()

    def show_busy(self, busy: bool) -> None:
        """Keep it from being sent twice."""
        self._busy = busy
        self.send.setEnabled(not busy)

    def show_sent(self) -> None:
        """Begin anew: the deed is kept."""
        self._key = None
        self._forget_carrier()

    def show_problem(self, refusal: Refusal | None) -> None:
        """Show what the rules say, at its field where it has one and something stands there."""
        for field in (*self._fields().values(), *self._amounts.values()):
            field.show_error("")
        self._show_words("")
        if refusal is None:
            return
        said = refusal_sentence(refusal)
        number = refusal.field.removeprefix("quantities.")
        if number in self._amounts:
            self._amounts[number].show_error(said)
        elif refusal.field == "expected_on":
            self.expected.show_error(said)
        elif refusal.field not in self._fields():
            self._show_words(said)

    def form(self) -> ShipForm:
        """Return the form as it stands."""
        chosen = self._chosen()
        third = chosen is not None and chosen.place.courier is Courier.THIRD_PARTY
        return ShipForm(
            delivery_no=chosen.place.no if chosen is not None else 0,
            courier_name=self.courier.value(),
            tracking_number=self.tracking.value() if third else "",
            driver="" if third else self.driver.value(),
            quantities={number: field.value() or Quantity(0) for number, field in self._amounts.items()},
            expected_on=self.expected.value(),
        )

    # ---- inside

    def _show_words(self, text: str) -> None:
        self.problem.setText(text)
        self.problem.setVisible(bool(text))

    def _fields(self) -> dict[str, Field]:
        return {
            "delivery_no": self.place,
            "courier_name": self.courier,
            "tracking_number": self.tracking,
            "driver": self.driver,
            "expected_on": self.expected,
        }

    def _option(self, one: PlaceLeft) -> Option:
        return Option(str(one.place.no), f"{one.place.no}. {one.place.recipient}", one.place.region_path)

    def _chosen(self) -> PlaceLeft | None:
        if self._file is None:
            return None
        return next((one for one in self._file.places if str(one.place.no) == self.place.value()), None)

    def _forget_carrier(self) -> None:
        for field in (self.courier, self.tracking, self.driver):
            field.show_value("")
        self.expected.show_value(None)

    def _show_place(self) -> None:
        chosen, file = self._chosen(), self._file
        if chosen is None or file is None:
            self.lines.clear()
            self._amounts = {}
            return
        place = chosen.place
        third = place.courier is Courier.THIRD_PARTY
        show_or_hide(self.tracking, third)
        show_or_hide(self.driver, not third)
        where = self.tr("{recipient} ({phone}) · {street}, {region} · diminta tiba {dates}")
        self.address.setText(
            where.format(
                recipient=place.recipient,
                phone=fmt.phone(place.phone),
                street=place.street,
                region=place.region_path,
                dates=fmt.date_range(place.arrive_from, place.arrive_to),
            )
        )
        self.expected.show_limits(minimum=file.today)
        if self.expected.value() is None:
            self.expected.show_value(max(file.today, place.arrive_from))
        names = {str(line.no): line for line in file.order.lines}
        self._amounts = {}
        shown: list[tuple[str, list[QWidget | str]]] = []
        for number, left in chosen.left.items():
            line = names[number]
            field = QuantityField(
                self.tr("Dikirim: {name}").format(name=line.name), unit=line.unit, label_visible=False
            )
            field.setObjectName(f"shipping.quantity_{number}")
            field.show_value(left)
            field.changed.connect(lambda _value: self._tell())
            self._amounts[number] = field
            shown.append((number, [line.name, fmt.quantity(left, line.unit), field]))
        self.lines.show_lines(shown)
        self.show_problem(None)

    def _tell(self) -> None:
        form = self.form()
        # A field that nobody has come to yet is not called wrong while another is being filled in.
        if form.courier_name and (form.tracking_number or form.driver):
            self.edited.emit(form)
        else:
            self.show_problem(None)

    def _on_send(self) -> None:
        chosen = self._chosen()
        third = chosen is not None and chosen.place.courier is Courier.THIRD_PARTY
        wanted: list[tuple[TextField, str]] = [
            (self.courier, self.tr("Isi nama kurir.")),
            (self.tracking, self.tr("Isi nomor resi dari kurir."))
            if third
            else (self.driver, self.tr("Isi nama pengemudi dan nomornya.")),
        ]
        for field, text in wanted:
            if not field.value():
                field.show_error(text)
                field.focus_editor()
                return
        if self.expected.value() is None:
            self.expected.show_error(self.tr("Isi perkiraan tiba, hari ini atau sesudahnya."))
            self.expected.focus_editor()
            return
        wrong = next((field for field in self._amounts.values() if field.problem()), None)
        if wrong is not None:
            wrong.focus_editor()
            return
        self.sent.emit(self.form())
