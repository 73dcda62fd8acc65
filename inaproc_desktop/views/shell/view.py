"""The main window: rail, bar, pages. It shows what it is told and says what the person did."""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtGui import QCloseEvent, QKeySequence, QResizeEvent, QShortcut
from PySide6.QtWidgets import QFrame, QHBoxLayout, QMainWindow, QStackedWidget, QVBoxLayout, QWidget

from inaproc_core.roles import Role
from inaproc_desktop.ports.ui import Answer, Fact, Level, Message, Question
from inaproc_desktop.views import theme
from inaproc_desktop.views.actions import ActionTable
from inaproc_desktop.views.shell.keys import reserve_keys
from inaproc_desktop.views.shell.palette import CommandPalette
from inaproc_desktop.views.shell.rail import Rail
from inaproc_desktop.views.shell.rows import AccessItem, BellItem, PaletteEntry, PlaceItem, SyncPill
from inaproc_desktop.views.shell.stack import PageStack
from inaproc_desktop.views.shell.topbar import TopBar
from inaproc_desktop.views.widgets import parts, remembered
from inaproc_desktop.views.widgets.banner import Banner
from inaproc_desktop.views.widgets.dialogs import ConfirmDialog, show_failure
from inaproc_desktop.views.widgets.marks import IconMark
from inaproc_desktop.views.widgets.toast import Toast
from inaproc_desktop.views.widgets.values import Tone

Sentences = Callable[[str, Mapping[str, Fact]], str]
"""Gives the sentence of a code in the reader's language, empty when there is none."""

_SIZE_KEY = "window"
_NARROW = 1000
_FIRST_SIZE = (1366, 768)
_LEAST_SIZE = (800, 520)


def _no_sentence(_code: str, _facts: Mapping[str, Fact]) -> str:
    return ""


class ShellWindow(QMainWindow):
    """The main window.

    Args:
        sentences: gives words to messages that come as codes.

    Signals:
        place_opened(str): a page came into sight.
        place_asked(str): a rail entry or Ctrl+1…9 asks for a page.
        access_chosen(str): act through another access.
        accesses_asked(): see and extend the accesses.
        sign_out_asked(): leave the account.
        palette_query(str): the palette wants entries.
        palette_chosen(str): an entry of the palette was chosen.
        sync_clicked(): the sync pill was clicked.
        bell_chosen(str): a notice was chosen.
        closing(): the window is about to close.
    """

    place_opened = Signal(str)
    place_asked = Signal(str)
    access_chosen = Signal(str)
    accesses_asked = Signal()
    sign_out_asked = Signal()
    palette_query = Signal(str)
    palette_chosen = Signal(str)
    sync_clicked = Signal()
    bell_chosen = Signal(str)
    closing = Signal()

    def __init__(self, sentences: Sentences = _no_sentence) -> None:
        super().__init__()
        self._sentences = sentences
        self._training = False
        self._shortcuts: list[QShortcut] = []
        reserve_keys()
        self._build()
        self._wire()
        find = QShortcut(QKeySequence("Ctrl+K"), self)
        find.activated.connect(self._open_palette)
        self._show_title()
        self._restore_size()

    def _build(self) -> None:
        self._layers = QStackedWidget()
        frame = QWidget()
        outer = QVBoxLayout(frame)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(0)
        self._bar = TopBar()
        self._strip = QFrame()
        theme.set_role(self._strip, "training")
        strip = QHBoxLayout(self._strip)
        strip.setContentsMargins(*(theme.px(side) for side in (16, 3, 16, 3)))
        strip.setSpacing(theme.px(theme.GAP_8))
        strip.addWidget(IconMark("warning", "warn", 15))
        strip.addWidget(parts.label(self.tr("MODE LATIHAN — data simulasi"), "training_words"))
        note = self.tr("Tidak ada yang dikirim ke katalog nasional; semua dokumen bertanda SIMULASI.")
        strip.addWidget(parts.label(note, "small"))
        strip.addStretch(1)
        self._strip.hide()
        self._banner = Banner(Tone.WARN, "", closable=True)
        self._rail = Rail(self.place_text)
        self._stack = PageStack()
        lower = QHBoxLayout()
        lower.setSpacing(0)
        lower.addWidget(self._rail)
        lower.addWidget(self._stack, 1)
        outer.addWidget(self._bar)
        outer.addWidget(self._strip)
        outer.addWidget(self._banner)
        outer.addLayout(lower, 1)
        self._layers.addWidget(frame)
        self._frame = frame
        self._alone: QWidget | None = None
        self.setCentralWidget(self._layers)
        self._palette = CommandPalette(frame)
        self._toast = Toast(self._layers)

    def _wire(self) -> None:
        self._rail.chosen.connect(self.place_asked)
        self._stack.title_changed.connect(self._show_title)
        self._bar.access.access_chosen.connect(self.access_chosen)
        self._bar.access.manage_asked.connect(self.accesses_asked)
        self._bar.access.sign_out_asked.connect(self.sign_out_asked)
        self._bar.search.clicked.connect(self._palette.open_palette)
        self._bar.sync.clicked.connect(self.sync_clicked)
        self._bar.bell_chosen.connect(self.bell_chosen)
        self._palette.query_changed.connect(self.palette_query)
        self._palette.chosen.connect(self.palette_chosen)

    # ---- pages

    def add_page(self, place_id: str, factory: Callable[[], QWidget], rail: str = "") -> None:
        """Make a page known.

        Args:
            place_id: its name.
            factory: builds it, with its presenter, when it is first opened.
            rail: the rail entry that lights up for it; itself when empty.
        """
        self._stack.add_page(place_id, factory, rail or place_id)

    def page_ids(self) -> Collection[str]:
        """Return the names of all pages."""
        return self._stack.page_ids()

    def page(self, place_id: str) -> QWidget | None:
        """Return a page that was built already."""
        return self._stack.page(place_id)

    def current_page(self) -> str:
        """Return the name of the page in sight, empty before the first."""
        return self._stack.current_id()

    def open_page(self, place_id: str, item_id: str = "") -> None:
        """Bring a page into sight, in it an item when one is named.

        Raises:
            KeyError: if there is no such page.
        """
        self._rail.show_current(self._stack.rail_of(place_id))
        self._stack.open_page(place_id, item_id)
        self.place_opened.emit(place_id)

    def forget_pages(self) -> None:
        """Let all built pages go: another access must not see what the former one had open."""
        self._stack.forget_pages()

    def build_again(self) -> None:
        """Make the frame anew, in the language and size now in force.

        Pages, rail, accesses and notices are gone until they are shown again, as at the first start.
        """
        self.forget_pages()
        self._alone = None
        self._build()
        self._wire()
        self._strip.setVisible(self._training)
        self._fit()
        self._show_title()

    def show_alone(self, widget: QWidget) -> None:
        """Show a widget instead of the frame: sign-in, first start."""
        self._drop_alone()
        self._alone = widget
        self._layers.addWidget(widget)
        self._layers.setCurrentWidget(widget)

    def show_frame(self) -> None:
        """Show the frame again; the widget that stood alone is let go."""
        self._layers.setCurrentWidget(self._frame)
        self._drop_alone()

    # ---- the frame

    def place_text(self, place_id: str) -> str:
        """Return what a place is called on screen."""
        return {
            "home": self.tr("Beranda"),
            "catalogue": self.tr("Katalog"),
            "cart": self.tr("Keranjang"),
            "approvals": self.tr("Persetujuan"),
            "orders": self.tr("Pesanan"),
            "negotiation": self.tr("Negosiasi"),
            "shipping": self.tr("Pengiriman"),
            "receiving": self.tr("Penerimaan"),
            "payments": self.tr("Pembayaran"),
            "products": self.tr("Produk"),
            "outbox": self.tr("Kotak Keluar"),
            "oversight": self.tr("Pengawasan"),
            "verification": self.tr("Verifikasi"),
            "reports": self.tr("Laporan"),
            "access": self.tr("Manajemen Akses"),
            "settings": self.tr("Pengaturan"),
        }.get(place_id, place_id)

    def show_places(self, places: Sequence[PlaceItem]) -> None:
        """Show the rail."""
        self._rail.show_places(places)

    def show_accesses(self, accesses: Sequence[AccessItem], active_id: str) -> None:
        """Show the accesses."""
        self._bar.access.show_accesses(accesses, active_id)

    def show_sync(self, pill: SyncPill) -> None:
        """Show the sync pill."""
        self._bar.sync.show_sync(pill)

    def show_bell(self, items: Sequence[BellItem]) -> None:
        """Show the notices."""
        self._bar.show_bell(items)

    def show_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show what the palette found."""
        self._palette.show_entries(entries)

    def show_training(self, training: bool) -> None:
        """Say, above everything, that nothing here is real."""
        self._training = training
        self._strip.setVisible(training)
        self._show_title()

    def use_actions(self, actions: ActionTable, role: Role | None) -> None:
        """Bind the shortcuts of the actions that a role may do to this window, in place of the former."""
        for old in self._shortcuts:
            old.deleteLater()
        self._shortcuts = []
        for action in actions.allowed(role):
            if action.shortcut:
                shortcut = QShortcut(QKeySequence(action.shortcut), self)
                shortcut.activated.connect(action.handler)
                self._shortcuts.append(shortcut)

    # ---- telling and asking

    def show_toast(self, text: str, tone: Tone = Tone.OK) -> None:
        """Confirm something small in passing."""
        self._toast.show_text(text, tone)

    def show_message(self, message: Message) -> None:
        """Show a message that came as a code; how loudly depends on its level."""
        text = self._said(message.code, message.facts) or message.code
        if message.level in (Level.INFO, Level.DONE):
            self.show_toast(text, Tone.OK if message.level is Level.DONE else Tone.ACCENT)
        elif message.level is Level.WARNING:
            self._banner.show_text(Tone.WARN, text)
        else:
            show_failure(
                self,
                title=self._said(f"{message.code}.title", message.facts)
                or self.tr("Ada yang tidak berhasil"),
                happened=text,
                kept=self._said(f"{message.code}.kept", message.facts),
                next_step=self._said(f"{message.code}.next", message.facts),
                detail=message.detail,
            )

    def show_question(self, question: Question, on_answer: Callable[[Answer], None]) -> None:
        """Ask a question that came as a code."""
        code, facts = question.code, question.facts
        dialog = ConfirmDialog(
            self,
            title=self._said(f"{code}.title", facts) or self.tr("Lanjutkan?"),
            text=self._said(code, facts) or code,
            confirm=self._said(f"{code}.confirm", facts) or self.tr("Lanjutkan"),
            harmful=question.harmful,
            asks_reason=question.needs_reason,
        )
        dialog.answered.connect(lambda agreed, reason: on_answer(Answer(agreed=agreed, reason=reason)))
        dialog.open()

    def _said(self, code: str, facts: Mapping[str, Fact]) -> str:
        own = {
            "program.fault": self.tr("Program menemui kesalahan yang tidak terduga."),
            "program.fault.title": self.tr("Kesalahan program"),
            "program.fault.kept": self.tr("Draf dan antrean Kotak Keluar tetap tersimpan di perangkat ini."),
            "program.fault.next": self.tr(
                "Ulangi langkah tadi. Bila terjadi lagi, salin laporan dan kirim kepada pengelola."
            ),
        }
        return self._sentences(code, facts) or own.get(code, "")

    # ---- inside

    def _open_palette(self) -> None:
        if self._layers.currentWidget() is self._frame:
            self._palette.open_palette()

    def _drop_alone(self) -> None:
        if self._alone is not None:
            self._layers.removeWidget(self._alone)
            self._alone.deleteLater()
            self._alone = None

    def _show_title(self) -> None:
        name = self._stack.title() or self.place_text(self._stack.current_id())
        shown = " · ".join(part for part in (name, "INAPROC Desktop") if part)
        if self._training:
            shown = self.tr("{title} — MODE LATIHAN").format(title=shown)
        self.setWindowTitle(shown)

    def _restore_size(self) -> None:
        self.setMinimumSize(*_LEAST_SIZE)
        self.resize(*_FIRST_SIZE)
        kept = remembered.read(_SIZE_KEY)
        if kept:
            self.restoreGeometry(remembered.from_text(kept))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Give narrow windows a rail of icons."""
        super().resizeEvent(event)
        self._fit()

    def _fit(self) -> None:
        narrow = self.width() < theme.px(_NARROW)
        self._rail.show_compact(narrow)
        self._bar.show_compact(narrow)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size, let pages save what is open, and say so."""
        remembered.write(_SIZE_KEY, remembered.to_text(self.saveGeometry()))
        self._stack.leave()
        self.closing.emit()
        super().closeEvent(event)
