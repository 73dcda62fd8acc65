"""Lokasi pengiriman: a table when there are several, and the editor of the chosen one."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from inaproc_desktop.ports.buying import Amount
from inaproc_desktop.ports.catalogue import Region
from inaproc_desktop.ports.checkout import CheckoutSheet, FormPlace
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.checkout.place_editor import PlaceEditor
from inaproc_desktop.views.checkout.section import SectionCard
from inaproc_desktop.views.checkout.words import address_words, courier_words
from inaproc_desktop.views.widgets import (
    Align,
    Column,
    ComboField,
    Field,
    Option,
    PillText,
    Table,
    Tone,
    button,
    parts,
)

_MOST_ROWS = 4


@dataclass(frozen=True, kw_only=True)
class _Row:
    """A line of the table."""

    id: str
    place: FormPlace
    amount: str
    shipping: str


class PlacesCard(SectionCard):
    """The section.

    Signals:
        place_changed(FormPlace): a place was edited.
        place_added(): one more place.
        place_removed(str): this place goes.
        address_used(str, int): fill a place with an address of an earlier order, by its number.
        share_changed(str, str, Amount): place, product, and what was typed.
        region_asked(str): a region is searched for.
        unread(str, str): a field by name, and text in it that cannot be read.
    """

    place_changed = Signal(FormPlace)
    place_added = Signal()
    place_removed = Signal(str)
    address_used = Signal(str, int)
    share_changed = Signal(str, str, Amount)
    region_asked = Signal(str)
    unread = Signal(str, str)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__("places", "", parent=parent)
        self.show_title(self.tr("Lokasi pengiriman"))
        self._sheet: CheckoutSheet | None = None
        self.add_place = button(self.tr("Tambah lokasi"), icon="add")
        self.add_place.setObjectName("checkout.place.add")
        self.remove_place = button(self.tr("Hapus lokasi ini"), "quiet", "remove")
        self.remove_place.setObjectName("checkout.place.remove")
        self.add_trailing(self.remove_place)
        self.add_trailing(self.add_place)
        self.table = self._make_table()
        self.used = ComboField(
            self.tr("Alamat yang pernah dipakai"), placeholder=self.tr("Isi dari pesanan sebelumnya…")
        )
        self.used.setObjectName("checkout.place.used")
        self.editor = PlaceEditor()
        for part in (self.table, self.used, self.editor):
            self.add(part)
        self.table.chosen.connect(self._on_chosen)
        self.add_place.clicked.connect(self.place_added)
        self.remove_place.clicked.connect(lambda: self.place_removed.emit(self.editor.place_id))
        self.used.changed.connect(self._on_used)
        self.editor.changed.connect(self.place_changed)
        self.editor.share_changed.connect(self.share_changed)
        self.editor.region_asked.connect(self.region_asked)
        self.editor.unread.connect(self.unread)

    # ---- showing

    def show_form(self, sheet: CheckoutSheet, place_id: str = "") -> None:
        """Fill the table and the editor, with the named place or the one that was there."""
        self._sheet = sheet
        self.used.show_options(
            [
                Option(str(number), place.recipient, address_words(place))
                for number, place in enumerate(sheet.addresses)
            ]
        )
        self.used.show_value(None)
        self._show_rows(sheet)
        chosen = sheet.form.place(place_id) or sheet.form.place(self.editor.place_id)
        if chosen is None and sheet.form.places:
            chosen = sheet.form.places[0]
        if chosen is not None:
            self.editor.show_place(sheet, chosen)
            self.table.choose(chosen.id)
        self.show_sheet(sheet)

    def show_sheet(self, sheet: CheckoutSheet) -> None:
        """Show what follows from edits."""
        self._sheet = sheet
        self._show_rows(sheet)
        many = sheet.form.has_many_places
        parts.show_or_hide(self.table, many)
        parts.show_or_hide(self.remove_place, many)
        parts.show_or_hide(self.used, bool(sheet.addresses))
        self.show_note(self.tr("{count} lokasi").format(count=len(sheet.form.places)))
        self.editor.show_sheet(sheet)
        self.show_state(sheet)

    def show_regions(self, regions: Sequence[Region]) -> None:
        """Answer a search."""
        self.editor.show_regions(regions)

    def fields(self) -> Mapping[str, Field]:
        """Return the fields of the place in the editor by name."""
        return self.editor.fields()

    def reveal(self, name: str) -> Field | None:
        """Choose the place that a field belongs to, and return the field."""
        place_id = name.split(".")[1] if name.count(".") > 1 else ""
        if place_id and place_id != self.editor.place_id:
            self.table.choose(place_id)
        return self.fields().get(name)

    # ---- inside

    def _show_rows(self, sheet: CheckoutSheet) -> None:
        rows = [_row_of(sheet, place) for place in sheet.form.places]
        self.table.show_rows(rows)
        shown = min(len(rows), _MOST_ROWS)
        self.table.setFixedHeight(theme.px(theme.ROW_ONE_LINE + shown * theme.ROW_TWO_LINES + 4))

    def _on_chosen(self, place_id: str) -> None:
        if self._sheet is None or place_id == self.editor.place_id:
            return
        place = self._sheet.form.place(place_id)
        if place is not None:
            self.editor.show_place(self._sheet, place)
            self.editor.show_sheet(self._sheet)

    def _on_used(self, number: object) -> None:
        if isinstance(number, str):
            self.address_used.emit(self.editor.place_id, int(number))

    def _make_table(self) -> Table:
        columns: list[Column[_Row]] = [
            Column(
                key="recipient",
                title=self.tr("Penerima"),
                text=lambda row: row.place.recipient or "—",
                secondary=lambda row: fmt.masked_phone(row.place.phone) if row.place.phone else "",
                width=96,
                stretch=True,
            ),
            Column(
                key="address",
                title=self.tr("Alamat"),
                text=lambda row: row.place.street or "—",
                secondary=lambda row: row.place.region_path,
                tooltip=lambda row: address_words(row.place),
                width=110,
                stretch=True,
            ),
            Column(
                key="arrival",
                title=self.tr("Permintaan tiba"),
                text=self._arrival,
                pill=self._no_arrival,
                width=118,
            ),
            Column(
                key="amount",
                title=self.tr("Jumlah"),
                text=lambda row: row.amount,
                tooltip=lambda row: row.amount,
                secondary=lambda row: courier_words(row.place.courier),
                width=106,
            ),
            Column(
                key="shipping",
                title=self.tr("Ongkir"),
                text=lambda row: row.shipping,
                align=Align.RIGHT,
                width=102,
            ),
        ]
        table = Table(self.tr("Lokasi pengiriman"), columns, lines=2, key="checkout.places")
        table.setObjectName("checkout.places")
        return table

    def _arrival(self, row: _Row) -> str:
        place = row.place
        if place.arrive_from is None or place.arrive_to is None:
            return ""
        if place.arrive_to < place.arrive_from:
            return self.tr("terbalik")
        return fmt.date_range(place.arrive_from, place.arrive_to)

    def _no_arrival(self, row: _Row) -> PillText | None:
        if row.place.arrive_from is not None and row.place.arrive_to is not None:
            return None
        return PillText(self.tr("belum diisi"), Tone.WARN)


def _row_of(sheet: CheckoutSheet, place: FormPlace) -> _Row:
    shares = [
        (sheet.products[item].unit, amount)
        for item, amount in place.quantities.items()
        if amount and item in sheet.products
    ]
    amount = ", ".join(fmt.quantity(part, unit) for unit, part in shares) or "—"
    quote = sheet.verdict.quotes.get(place.id)
    shipping = fmt.rupiah(quote.price) if quote is not None and quote.price is not None else "—"
    return _Row(id=place.id, place=place, amount=amount, shipping=shipping)
