"""One deed as a card: what was done, where it stands, why, what differs, and what can be done about it."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QLabel, QPushButton, QVBoxLayout, QWidget

from inaproc_core.orders.states import Party
from inaproc_desktop.ports.data import Link
from inaproc_desktop.ports.outgoing import CardFile, Choice, Difference, Offer
from inaproc_desktop.views import theme
from inaproc_desktop.views.outbox import words
from inaproc_desktop.views.widgets import (
    Card,
    GridColumn,
    LineGrid,
    Pill,
    VerdictCard,
    VerticalScroll,
    button,
    label,
)
from inaproc_desktop.views.widgets.compare import CompareGrid, CompareRow, CompareWords
from inaproc_desktop.views.widgets.flow import Flow
from inaproc_desktop.views.widgets.open_or_not import open_or_say_why
from inaproc_desktop.views.widgets.parts import show_or_hide
from inaproc_desktop.views.words import command_words, refusal_sentence, standing_pill, world_sentence
from inaproc_desktop.views.words.facets import facet_name, facet_value

_NEEDS_LINK = frozenset({Choice.PROVE, Choice.SEND})
_ICONS = {
    Choice.LEAVE: "check",
    Choice.AGAIN: "upload",
    Choice.MERGE: "more",
    Choice.CORRECT: "edit",
    Choice.CONFIRM: "check",
    Choice.PROVE: "access",
    Choice.WITHDRAW: "undo",
    Choice.SEND: "sync",
    Choice.COPY: "copy",
}
_LEADING = frozenset({Choice.CONFIRM, Choice.PROVE, Choice.CORRECT})
"""These lead on where they come first."""


class DeedCard(QWidget):
    """The card beside the list.

    Signals:
        chosen(str): a ``Choice`` was made for the card that is shown.
        merge_asked(object): keys of the rows to take from mine.
        order_asked(): open the order.
    """

    chosen = Signal(str)
    merge_asked = Signal(object)
    order_asked = Signal()

    def __init__(self, party: Party = Party.NOBODY, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._party = party
        self._file: CardFile | None = None
        self._link: Link | None = None
        self._keys: dict[str, Difference] = {}
        self._merging = False
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._scroll = VerticalScroll()
        outer.addWidget(self._scroll, 1)
        inner = self._scroll.content
        inner.setSpacing(theme.px(theme.GAP_12))
        self._head = Card(padded=True)
        self._pill = Pill()
        self._pill.setObjectName("outbox.card.state")
        self._head.add_trailing(self._pill)
        self._about = label("", "strong", wrap=True, selectable=True)
        self._about.setObjectName("outbox.card.about")
        self._facts = label("", "muted", wrap=True, selectable=True)
        self._facts.setObjectName("outbox.card.facts")
        self.show_order = button(self.tr("Buka pesanan"), "link", "order")
        self.show_order.setObjectName("outbox.order")
        self.show_order.clicked.connect(self.order_asked)
        self._head.add_trailing(self.show_order)
        for words_of_it in (self._about, self._facts):
            self._head.add(words_of_it)
        self._why = VerdictCard()
        self._why.setObjectName("outbox.why")
        self._compared = Card(self.tr("Apa yang berbeda"))
        self.grid = CompareGrid(
            self.tr("Apa yang berbeda"),
            CompareWords(
                base=self.tr("Saat Anda lihat"),
                mine=self.tr("Yang Anda inginkan"),
                theirs=self.tr("Sekarang"),
                mine_changed=self.tr("Anda ubah"),
                theirs_changed=self.tr("berubah sesudah Anda lihat"),
            ),
        )
        self.grid.choice_changed.connect(self._on_side_chosen)
        self._how = label("", "muted", wrap=True)
        self._compared.add(self._how)
        self._compared.add(self.grid)
        self._tried = Card(self.tr("Yang Anda kerjakan"))
        self._values = LineGrid(
            self.tr("Yang Anda kerjakan"), [GridColumn(self.tr("Hal"), 190), GridColumn(self.tr("Isi"))]
        )
        self._tried.add(self._values)
        self.copy = button(self.tr("Salin isi"), "link", "copy")
        self.copy.setObjectName("outbox.copy_all")
        self.copy.clicked.connect(lambda: self.chosen.emit(Choice.COPY.value))
        self._tried.add_trailing(self.copy)
        self._fallen = Card(self.tr("Ikut batal"))
        self._fallen_words = label("", wrap=True, selectable=True)
        self._fallen_words.setObjectName("outbox.fallen")
        self._fallen.add(self._fallen_words)
        for part in (self._head, self._why, self._compared, self._tried, self._fallen):
            inner.addWidget(part)
        inner.addStretch(1)
        self._deeds = Card()
        self._buttons: dict[Choice, QPushButton] = {}
        for choice, icon in _ICONS.items():
            made = button("", "", icon)
            made.setObjectName(f"outbox.{choice.value}")
            made.clicked.connect(self._pressing(choice))
            self._buttons[choice] = made
        self.send_merge = button(self.tr("Kirim gabungan"), "primary", "upload")
        self.send_merge.setObjectName("outbox.merge.send")
        self.send_merge.clicked.connect(self._on_send_merge)
        self.stop_merge = button(self.tr("Batal"), "quiet")
        self.stop_merge.setObjectName("outbox.merge.stop")
        self.stop_merge.clicked.connect(lambda: self._show_merging(False))
        self._flow = Flow(*self._buttons.values(), self.send_merge, self.stop_merge)
        self._deeds.add(self._flow)
        self._closed: QLabel = label("", "small", wrap=True)
        self._closed.setObjectName("outbox.closed")
        self._deeds.add(self._closed)
        outer.addWidget(self._deeds)

    # ---- showing

    def show_card(self, file: CardFile, link: Link, now: datetime) -> None:
        """Show a deed as it stands now."""
        fresh = self._file is None or self._file.row.id != file.row.id
        self._file, self._link = file, link
        if fresh:
            self._merging = False
            self._scroll.verticalScrollBar().setValue(0)
            self._lead(file)
        deed = file.row.deed
        self._head.show_title(command_words(deed.command))
        self._pill.show_pill(standing_pill(file.row.standing))
        self._about.setText(words.about(file.row))
        self._show_facts(now)
        show_or_hide(self.show_order, file.order is not None)
        tone, verdict, text = words.verdict(file, link)
        self._why.show_verdict(tone, verdict, text)
        self._show_differences(file)
        self._values.show_lines(
            [
                (
                    f"{facet.aspect.value}{facet.item}",
                    [facet_name(facet), facet_value(facet, facet.value, self._party)],
                )
                for facet in file.tried
            ]
        )
        show_or_hide(self._tried, bool(file.tried))
        self._fallen_words.setText("\n".join(words.fallen(one) for one in file.row.followers))
        show_or_hide(self._fallen, bool(file.row.followers))
        self._show_merging(self._merging)

    def show_time(self, now: datetime) -> None:
        """Say the ages again."""
        self._show_facts(now)

    def copied(self) -> str:
        """Return what *Salin* puts on the clipboard: the incident, else everything that was typed."""
        file = self._file
        if file is None:
            return ""
        return words.copied(
            file, [(facet_name(facet), facet_value(facet, facet.value, self._party)) for facet in file.tried]
        )

    # ---- parts

    def _show_facts(self, now: datetime) -> None:
        if self._file is not None and self._link is not None:
            self._facts.setText(words.facts(self._file, self._link, now))

    def _show_differences(self, file: CardFile) -> None:
        self._keys = {f"{one.aspect.value}.{one.item}": one for one in file.differences}
        self.grid.show_rows(
            [
                CompareRow(
                    id=row_id,
                    name=facet_name(one),
                    base=facet_value(one, one.base, self._party)
                    if file.base_known
                    else self.tr("tidak tercatat"),
                    mine=facet_value(one, one.mine, self._party),
                    theirs=facet_value(one, one.theirs, self._party),
                    mine_differs=file.base_known and one.i_changed,
                    theirs_differs=file.base_known and one.they_changed,
                    separable=one.separable,
                )
                for row_id, one in self._keys.items()
            ]
        )
        show_or_hide(self._compared, bool(self._keys))

    def _show_merging(self, merging: bool) -> None:
        file = self._file
        if file is None:
            return
        self._merging = merging
        self.grid.show_merging(merging)
        self._how.setText(
            self.tr("Pilih per baris: milik Anda atau yang sekarang. Yang lain tetap seperti sekarang.")
            if merging
            else ""
        )
        show_or_hide(self._how, merging)
        offers = {offer.choice: offer for offer in file.offers}
        closed: dict[str, list[str]] = {}
        for choice, made in self._buttons.items():
            offer = offers.get(choice)
            show_or_hide(made, offer is not None and not merging)
            if offer is None:
                continue
            text = words.choice(file, choice)
            made.setText(text)
            reason = self._reason(offer)
            open_or_say_why(made, reason)
            if reason:
                closed.setdefault(reason, []).append(text.rstrip("…"))
        show_or_hide(self.send_merge, merging)
        show_or_hide(self.stop_merge, merging)
        said = [f"{', '.join(names)}: {reason}" for reason, names in closed.items()]
        self._closed.setText("\n".join(said) if not merging else "")
        show_or_hide(self._closed, bool(self._closed.text()))
        show_or_hide(self._deeds, bool(offers))
        self._on_side_chosen()

    def _lead(self, file: CardFile) -> None:
        """Order the choices as they are offered; the first one leads where it takes the deed further."""
        first = file.offers[0].choice if file.offers else None
        for choice, made in self._buttons.items():
            leads = choice is first and choice in _LEADING
            theme.set_role(made, "primary" if leads else "")
            theme.set_icon(made, _ICONS[choice], "on_accent" if leads else "text")
        self._flow.arrange([self._buttons[offer.choice] for offer in file.offers])

    def _reason(self, offer: Offer) -> str:
        if offer.refusal is not None:
            return refusal_sentence(offer.refusal)
        if offer.choice in _NEEDS_LINK and self._link is not None and not self._link.online:
            return world_sentence("world.offline")
        return ""

    def _pressing(self, choice: Choice) -> Callable[[], None]:
        def pressed() -> None:
            if choice is Choice.MERGE:
                self._show_merging(True)
                self._scroll.verticalScrollBar().setValue(self._compared.y())
            else:
                self.chosen.emit(choice.value)

        return pressed

    def _on_side_chosen(self) -> None:
        nothing = self._merging and not self.grid.chosen_mine()
        open_or_say_why(
            self.send_merge, self.tr("Pilih sedikitnya satu baris milik Anda.") if nothing else ""
        )

    def _on_send_merge(self) -> None:
        self.merge_asked.emit([self._keys[row_id].key for row_id in self.grid.chosen_mine()])
