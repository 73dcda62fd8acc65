"""One item: who and what, its documents beside its form, and the decision always in sight."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.orders.offline import DeedClass
from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.vocabulary import Verdict
from inaproc_desktop.ports.desk import SECOND, WAITING, Moved, Notes, Sheet
from inaproc_desktop.ports.ui import Runner
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.verification.documents import DocumentsPanel
from inaproc_desktop.views.verification.facts import ChecksCard, HistoryCard, LikenessCard, PersonCard
from inaproc_desktop.views.verification.parts_card import PartsCard
from inaproc_desktop.views.verification.words import part_label, row_hints
from inaproc_desktop.views.widgets import (
    Banner,
    Card,
    Columns,
    EmptyState,
    EmptyText,
    Pill,
    Tone,
    button,
    column,
    icon_button,
    label,
    row,
)
from inaproc_desktop.views.widgets.layers import Layers
from inaproc_desktop.views.widgets.open_or_not import say_why
from inaproc_desktop.views.words import sentence
from inaproc_desktop.views.words.desk import clock_pill, kind_label, request_pill
from inaproc_desktop.views.words.offline import reason_without_link

_SIDE, _MAIN = 348, 300
_KEYS = {Verdict.APPROVE: "A", Verdict.FIX: "P", Verdict.REJECT: "T"}


class ItemPanel(QWidget):
    """What is examined.

    Args:
        runner: reads documents off the UI thread.
        parent: the widget that owns it.

    Signals:
        edited(object): ``Notes``.
        file_asked(str): a slot whose document is wanted.
        decided(object): a ``Verdict`` was asked for.
        back_asked(): back to the list, where both do not fit.
        widened(bool): the item wants the room of the list, or gives it back.
    """

    edited = Signal(object)
    file_asked = Signal(str)
    decided = Signal(object)
    back_asked = Signal()
    widened = Signal(bool)

    def __init__(self, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._sheet: Sheet | None = None
        self._online = True
        self._busy = False
        self.documents = DocumentsPanel(runner)
        self.documents.file_asked.connect(self.file_asked)
        self.parts = PartsCard()
        self.parts.edited.connect(self.edited)
        self.parts.file_asked.connect(self.documents.show_slot)
        self._likeness, self._checks = LikenessCard(), ChecksCard()
        self._person, self._history = PersonCard(), HistoryCard()
        self.banner = Banner()
        self.banner.setObjectName("verification.banner")
        self._layers = Layers()
        self._empty = EmptyState(EmptyText(""), "shield")
        self._loading = label(self.tr("Memuat permohonan…"), "muted")
        self._loading.setAlignment(Qt.AlignmentFlag.AlignCenter)
        for layer in (self._empty, self._loading, self._build_item()):
            self._layers.addWidget(layer)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(self._layers, 1)

    def _build_item(self) -> QWidget:
        papers = Card()
        papers.add(self.documents, 1)
        side = column(self._likeness, self._checks, self.parts, self._person, self._history, gap=theme.GAP_12)
        self._columns = Columns(papers, side, side_width=_SIDE, main_width=_MAIN)
        box = QWidget()
        layout = QVBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(self._build_head())
        layout.addWidget(self.banner)
        layout.addWidget(self._columns, 1)
        layout.addWidget(self._build_actions())
        return box

    def _build_head(self) -> QWidget:
        self.back = icon_button(self.tr("Kembali ke antrean"), "back")
        self.back.setObjectName("verification.back")
        self.back.clicked.connect(self.back_asked)
        self._name = label("", "heading", selectable=True)
        self._name.setObjectName("verification.name")
        self._what = label("", "muted", wrap=True, selectable=True)
        self._due, self._status, self._hint = Pill(), Pill(), Pill()
        self._due.setObjectName("verification.due")
        self.wide = icon_button(self.tr("Lebarkan dokumen, sembunyikan antrean (L)"), "menu")
        self.wide.setObjectName("verification.wide")
        self.wide.setCheckable(True)
        self.wide.toggled.connect(self.widened)
        pills = row(self._hint, self._due, self._status, self.wide, gap=theme.GAP_8)
        head = QWidget()
        layout = QHBoxLayout(head)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(self.back)
        layout.addWidget(column(self._name, self._what, gap=0), 1)
        layout.addWidget(pills)
        return head

    def _build_actions(self) -> QWidget:
        self._why = label("", "muted", wrap=True)
        self._why.setObjectName("verification.why_not")
        self.reject = button(self.tr("Tolak…"), "danger")
        self.fix = button(self.tr("Minta Perbaikan…"))
        self.approve = button(self.tr("Setujui…"), "primary", "check")
        self._buttons = {
            Verdict.REJECT: self.reject,
            Verdict.FIX: self.fix,
            Verdict.APPROVE: self.approve,
        }
        self._actions = Card()
        line = QHBoxLayout()
        line.setSpacing(theme.px(theme.GAP_8))
        line.addWidget(self._why, 1)
        for verdict, made in self._buttons.items():
            made.setObjectName(f"verification.{verdict.value.lower()}")
            made.clicked.connect(lambda _checked=False, verdict=verdict: self.decided.emit(verdict))
            line.addWidget(made)
        self._actions.body.addLayout(line)
        return self._actions

    # ---- showing

    def show_nothing(self, empty: EmptyText) -> None:
        """Show that nothing is chosen."""
        self._sheet = None
        self._empty.show_empty(empty)
        self._layers.setCurrentIndex(0)
        self.documents.show_sheet(None)

    def show_loading(self) -> None:
        """Say that an item is on its way."""
        self._sheet = None
        self._layers.setCurrentIndex(1)

    def show_sheet(self, sheet: Sheet, notes: Notes, now: datetime, rules: RegistrationRules) -> None:
        """Show one item with what was entered about it."""
        self._sheet = sheet
        item, one = sheet.item, sheet.item.row
        self._name.setText(one.name)
        sent = self.tr("dikirim {when}").format(when=fmt.short_moment(one.sent_at))
        facts = [kind_label(rules, one.kind), one.office, one.masked_id, sent]
        if one.attempts > 1:
            facts.append(self.tr("pengiriman ke-{count}").format(count=one.attempts))
        self._what.setText(" · ".join(part for part in facts if part))
        waits = one.status == WAITING
        self._due.show_pill(clock_pill(one.due_at, now) if waits else None)
        self._status.show_pill(None if waits else request_pill(one.status))
        hints = row_hints(one)
        self._hint.show_pill(hints[0] if hints else None)
        for card in (self._likeness, self._checks, self._person):
            card.show_item(item)
        self._history.show_item(item, rules)
        self.parts.show_sheet(sheet, notes, locked=not (item.may_decide and waits))
        self.documents.show_sheet(sheet)
        self._show_standing(sheet)
        self._columns.scroll_up()
        self._layers.setCurrentIndex(2)
        self._actions.setVisible(waits)
        self._enable()

    def show_moved(self, moved: Moved) -> None:
        """Say what somebody else changed; what was entered is still here."""
        if self._sheet is None:
            return
        names = [part_label(part) for part in self._sheet.parts if part.id in moved.parts]
        said = []
        if names:
            said.append(self.tr("Berubah: {parts}.").format(parts=", ".join(names)))
        if moved.second:
            said.append(self.tr("Sudah disetujui {name}.").format(name=moved.by or "—"))
        if moved.status:
            said.append(self.tr("Status sekarang: {status}.").format(status=request_pill(moved.status).text))
        text = self.tr(
            "Permohonan ini berubah sejak Anda membukanya, jadi keputusan belum dikirim. {changes} "
            "Isian Anda masih ada; periksa lagi lalu putuskan."
        )
        self.banner.show_text(Tone.WARN, text.format(changes=" ".join(said)).replace("  ", " "))

    def show_online(self, online: bool) -> None:
        """Grey the decisions while there is no link."""
        self._online = online
        self._enable()

    def show_busy(self, busy: bool) -> None:
        """Keep a decision from being sent twice."""
        self._busy = busy
        self._enable()

    def show_back(self, shown: bool) -> None:
        """Offer the way back to the queue, where both do not fit."""
        self.back.setVisible(shown)
        self.wide.setVisible(not shown)

    def part_name(self, part_id: str) -> str:
        """Return the name of a field or slot of the item in sight."""
        part = self._sheet.part(part_id) if self._sheet is not None else None
        return part_label(part) if part is not None else ""

    # ---- inside

    def _show_standing(self, sheet: Sheet) -> None:
        item = sheet.item
        if item.row.needs == SECOND and item.row.status == WAITING:
            text = self.tr("Menunggu pemeriksa kedua. Pemeriksa pertama, {name}, sudah menyetujui.")
            self.banner.show_text(Tone.ACCENT, text.format(name=item.first_by or "—"))
        else:
            self.banner.show_text(Tone.ACCENT, "")

    def _enable(self) -> None:
        reason = self._reason()
        self._why.setText(reason or self.tr("J/K: berikut/sebelum · L: lebarkan · A, P, T: putuskan"))
        for verdict, made in self._buttons.items():
            made.setEnabled(not reason and not self._busy)
            say_why(made, reason)
            if not reason:
                made.setToolTip(self.tr("Tombol {key}").format(key=_KEYS[verdict]))

    def _reason(self) -> str:
        """Return why nothing can be decided now, empty when it can."""
        if self._sheet is None:
            return ""
        if not self._sheet.item.may_decide:
            code = self._sheet.item.why_not
            return sentence(code) or self.tr("Akses ini tidak dapat memutuskan permohonan tersebut.")
        return reason_without_link(DeedClass.ROLE, online=self._online)
