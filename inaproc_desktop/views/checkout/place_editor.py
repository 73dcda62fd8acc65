"""One place of delivery: who receives, where, when, how, and how much of each product."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import replace

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.orders.content import Courier
from inaproc_desktop.ports.buying import Amount
from inaproc_desktop.ports.catalogue import Region
from inaproc_desktop.ports.checkout import CheckoutSheet, FormPlace
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.checkout.section import report_unread, show_typed_text
from inaproc_desktop.views.checkout.shares import SharesGrid
from inaproc_desktop.views.checkout.words import courier_words
from inaproc_desktop.views.widgets import (
    ComboField,
    DateRangeField,
    Field,
    Option,
    PickerField,
    TextField,
    parts,
)


class PlaceEditor(QWidget):
    """The fields of the chosen place.

    Signals:
        changed(FormPlace): something of the place was edited; shares are told apart.
        share_changed(str, str, Amount): place, product, and what was typed.
        region_asked(str): a region is searched for.
        unread(str, str): a field by name, and text in it that cannot be read.
    """

    changed = Signal(FormPlace)
    share_changed = Signal(str, str, Amount)
    region_asked = Signal(str)
    unread = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._place = FormPlace(id="")
        self._regions: dict[str, Region] = {}
        self.recipient = TextField(self.tr("Nama penerima"), required=True, max_length=120)
        self.phone = TextField(
            self.tr("Nomor telepon"), required=True, max_length=24, placeholder="0812-3456-7890"
        )
        self.street = TextField(self.tr("Alamat"), required=True, max_length=300)
        self.region = PickerField(
            self.tr("Desa/kelurahan atau kecamatan"),
            required=True,
            placeholder=self.tr("Ketik nama desa atau kecamatan"),
        )
        self.postal_code = TextField(self.tr("Kode pos"), required=True, max_length=5)
        self.arrival = DateRangeField(self.tr("Permintaan tiba"), required=True)
        self.courier = ComboField(self.tr("Kurir"), required=True)
        self.courier.show_options([Option(courier, courier_words(courier)) for courier in Courier])
        self.note = TextField(self.tr("Catatan alamat"), max_length=300)
        self.shares = SharesGrid()
        self._lay_out()
        self._name_fields()
        self._connect()

    @property
    def place_id(self) -> str:
        """The place in the editor."""
        return self._place.id

    def show_place(self, sheet: CheckoutSheet, place: FormPlace) -> None:
        """Fill the fields with a place."""
        self._place = place
        self.recipient.show_value(place.recipient)
        self.phone.show_value(place.phone)
        self.street.show_value(place.street)
        self.region.show_value(_region_option(place))
        self.postal_code.show_value(place.postal_code)
        self.arrival.show_value((place.arrive_from, place.arrive_to))
        self.courier.show_value(place.courier)
        self.note.show_value(place.note)
        for name, field in self.fields().items():
            field.show_error("")
            text = sheet.form.texts.get(name)
            if text:
                show_typed_text(field, text)
        self.shares.show_place(sheet, place)

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        """Show what follows from other edits: shipping, what is not shared out yet."""
        place = sheet.form.place(self._place.id)
        if place is None:
            return
        # Shares and a region's postal code change outside of the fields; the rest is what stands in them.
        self._place = place
        quote = sheet.verdict.quotes.get(place.id)
        if quote is None or quote.price is None:
            self.courier.show_hint("")
        else:
            self.courier.show_hint(
                self.tr("Ongkir {price} untuk {kilograms} kg").format(
                    price=fmt.rupiah(quote.price), kilograms=quote.kilograms
                )
            )
        parts.show_or_hide(self.shares, sheet.form.has_many_places)
        self.shares.show_sheet(sheet, place)

    def show_regions(self, regions: Sequence[Region]) -> None:
        """Answer a search."""
        self._regions = {region.code: region for region in regions}
        self.region.show_suggestions(
            [Option(region.code, region.path, region.postal_code) for region in regions]
        )

    def fields(self) -> Mapping[str, Field]:
        """Return the fields by the names that problems use."""
        at = f"places.{self._place.id}"
        found: dict[str, Field] = {
            f"{at}.recipient": self.recipient,
            f"{at}.phone": self.phone,
            f"{at}.street": self.street,
            f"{at}.region_code": self.region,
            f"{at}.postal_code": self.postal_code,
            f"{at}.arrival": self.arrival,
            f"{at}.courier": self.courier,
        }
        first = self.shares.first_field()
        if first is not None:
            found[f"{at}.quantities"] = first
        return found

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(_side_by_side((self.recipient, 3), (self.phone, 2)))
        layout.addWidget(self.street)
        layout.addWidget(_side_by_side((self.region, 4), (self.postal_code, 1)))
        layout.addWidget(_side_by_side((self.arrival, 3), (self.courier, 2)))
        layout.addWidget(self.note)
        layout.addWidget(self.shares)

    def _name_fields(self) -> None:
        for name in ("recipient", "phone", "street", "region", "postal_code", "arrival", "courier", "note"):
            getattr(self, name).setObjectName(f"checkout.place.{name}")

    def _connect(self) -> None:
        for field in (self.recipient, self.phone, self.street, self.postal_code, self.courier, self.note):
            field.changed.connect(lambda _value: self._tell())
        self.arrival.changed.connect(lambda _value: self._tell())
        self.region.changed.connect(self._on_region)
        self.region.query_changed.connect(self._on_region_query)
        self.shares.changed.connect(
            lambda product_id, amount: self.share_changed.emit(self._place.id, product_id, amount)
        )
        report_unread(self.arrival, "arrival", self._tell_unread)

    def _tell_unread(self, part: str, text: str) -> None:
        self.unread.emit(f"places.{self._place.id}.{part}", text)

    def _tell(self) -> None:
        arrive_from, arrive_to = self.arrival.value()
        self._place = replace(
            self._place,
            recipient=self.recipient.value(),
            phone=self.phone.value(),
            street=self.street.value(),
            postal_code=self.postal_code.value(),
            note=self.note.value(),
            arrive_from=arrive_from,
            arrive_to=arrive_to,
            courier=Courier(self.courier.value() or Courier.VENDOR),
        )
        self.changed.emit(self._place)

    def _on_region(self, chosen: object) -> None:
        code, path = (chosen.id, chosen.text) if isinstance(chosen, Option) else ("", "")
        region = self._regions.get(code)
        self._place = replace(self._place, region_code=code, region_path=path)
        if region is not None and region.postal_code:
            self.postal_code.show_value(region.postal_code)
            self.postal_code.show_error("")
        self._tell()

    def _on_region_query(self, text: str) -> None:
        if text:
            self.region.show_searching()
            self.region_asked.emit(text)


def _region_option(place: FormPlace) -> Option | None:
    return Option(place.region_code, place.region_path) if place.region_code else None


def _side_by_side(*fields: tuple[QWidget, int]) -> QWidget:
    box = QWidget()
    layout = QHBoxLayout(box)
    layout.setContentsMargins(0, 0, 0, 0)
    layout.setSpacing(theme.px(14))
    for field, share in fields:
        layout.addWidget(field, share, Qt.AlignmentFlag.AlignTop)
    return box
