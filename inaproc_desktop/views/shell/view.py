"""The main window: rail, bar, pages. It shows what it is told and says what the person did.

It is the first thing on the screen: this module imports little, and what only a signed-in person sees is made
later (``shell.frame``).
"""

from __future__ import annotations

from collections.abc import Callable, Collection, Mapping, Sequence
from typing import TYPE_CHECKING

from PySide6.QtCore import Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QApplication, QMainWindow, QStackedWidget, QWidget

from inaproc_desktop.views.widgets import remembered

if TYPE_CHECKING:
    from PySide6.QtGui import QCloseEvent, QResizeEvent

    from inaproc_core.roles import Role
    from inaproc_desktop.ports.ui import Answer, Fact, Message, Question
    from inaproc_desktop.ports.understanding import Understanding
    from inaproc_desktop.views.actions import ActionTable
    from inaproc_desktop.views.shell.frame import ShellFrame
    from inaproc_desktop.views.shell.rows import AccessItem, BellItem, PaletteEntry, PlaceItem, SyncPill
    from inaproc_desktop.views.widgets.toast import Toast
    from inaproc_desktop.views.widgets.values import Tone

Sentences = Callable[[str, Mapping[str, "Fact"]], str]
"""Gives the sentence of a code in the reader's language, empty when there is none."""

_SIZE_KEY = "window"
_FIRST_SIZE = (1366, 768)
_LEAST_SIZE = (800, 520)


def _no_sentence(_code: str, _facts: Mapping[str, Fact]) -> str:
    return ""


ClosingGuard = Callable[[Callable[[], None]], bool]
"""Returns whether the window may close now; else it asks, and calls what it was given when that is agreed."""


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
        self._layers = QStackedWidget()
        self.setCentralWidget(self._layers)
        self._alone: QWidget | None = None
        self._made: ShellFrame | None = None
        self._toast: Toast | None = None
        self._guard: ClosingGuard | None = None
        self._show_title()
        self._restore_size()

    @property
    def _frame(self) -> ShellFrame:
        """What surrounds the pages: made when it is first told something; signing in needs none of it."""
        if self._made is None:
            # Late: its widgets cost as much as a bare window.
            from inaproc_desktop.views.shell.frame import ShellFrame

            note = self.tr("Tidak ada yang dikirim ke katalog nasional; semua dokumen bertanda SIMULASI.")
            words = (self.tr("MODE LATIHAN — data simulasi"), note)
            frame = self._made = ShellFrame(self.place_text, words, self._sentences)
            self._wire(frame)
            self._layers.insertWidget(0, frame)
            if self._alone is None:
                self._layers.setCurrentWidget(frame)
            frame.strip.setVisible(self._training)
            frame.fit(self.width())
        return self._made

    def _wire(self, frame: ShellFrame) -> None:
        frame.rail.chosen.connect(self.place_asked)
        frame.stack.title_changed.connect(self._show_title)
        frame.bar.access.access_chosen.connect(self.access_chosen)
        frame.bar.access.manage_asked.connect(self.accesses_asked)
        frame.bar.access.sign_out_asked.connect(self.sign_out_asked)
        frame.bar.sync.clicked.connect(self.sync_clicked)
        frame.bar.bell_chosen.connect(self.bell_chosen)
        frame.commands.query_changed.connect(self.palette_query)
        frame.commands.chosen.connect(self.palette_chosen)

    # ---- pages

    def add_page(self, place_id: str, factory: Callable[[], QWidget], rail: str = "") -> None:
        """Make a page known.

        Args:
            place_id: its name.
            factory: builds it, with its presenter, when it is first opened.
            rail: the rail entry that lights up for it; itself when empty.
        """
        self._frame.stack.add_page(place_id, factory, rail or place_id)

    def page_ids(self) -> Collection[str]:
        """Return the names of all pages."""
        return self._frame.stack.page_ids()

    def page(self, place_id: str) -> QWidget | None:
        """Return a page that was built already."""
        return self._frame.stack.page(place_id)

    def current_page(self) -> str:
        """Return the name of the page in sight, empty before the first."""
        return self._made.stack.current_id() if self._made is not None else ""

    def open_page(self, place_id: str, item_id: str = "") -> None:
        """Bring a page into sight, in it an item when one is named.

        Raises:
            KeyError: if there is no such page.
        """
        self._frame.rail.show_current(self._frame.stack.rail_of(place_id))
        self._frame.stack.open_page(place_id, item_id)
        self.place_opened.emit(place_id)

    def forget_pages(self) -> None:
        """Let all built pages go: another access must not see what the former one had open."""
        if self._made is not None:
            self._made.stack.forget_pages()

    def build_again(self) -> None:
        """Make the frame anew, in the language and size now in force.

        Pages, rail, accesses and notices are gone until they are shown again, as at the first start.
        """
        self.forget_pages()
        old, self._made = self._made, None
        self._drop_alone()
        self._layers.setCurrentWidget(self._frame)
        if old is not None:
            self._layers.removeWidget(old)
            old.deleteLater()
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
            "register": self.tr("Register akses"),
            "access": self.tr("Manajemen Akses"),
            "account": self.tr("Keamanan akun"),
            "settings": self.tr("Pengaturan"),
        }.get(place_id, place_id)

    def show_places(self, places: Sequence[PlaceItem]) -> None:
        """Show the rail."""
        self._frame.rail.show_places(places)

    def show_accesses(self, accesses: Sequence[AccessItem], active_id: str) -> None:
        """Show the accesses."""
        self._frame.bar.access.show_accesses(accesses, active_id)

    def show_sync(self, pill: SyncPill) -> None:
        """Show the sync pill."""
        self._frame.bar.sync.show_sync(pill)

    def show_understanding(self, understanding: Understanding) -> None:
        """Say above the pages what is to be said of versions and clocks; nothing hides the lines."""
        self._frame.notes.show_understanding(understanding)

    def show_bell(self, items: Sequence[BellItem]) -> None:
        """Show the notices."""
        self._frame.bar.show_bell(items)

    def show_entries(self, entries: Sequence[PaletteEntry]) -> None:
        """Show what the palette found."""
        self._frame.commands.show_entries(entries)

    def show_training(self, training: bool) -> None:
        """Say, above everything, that nothing here is real."""
        self._training = training
        if self._made is not None:
            self._made.strip.setVisible(training)
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

    def show_toast(self, text: str, tone: Tone | None = None) -> None:
        """Confirm something small in passing; in the tone of success unless another is named."""
        # Late: not needed for the first window.
        from inaproc_desktop.views.widgets.toast import Toast
        from inaproc_desktop.views.widgets.values import Tone

        if self._toast is None:
            self._toast = Toast(self._layers)
        self._toast.show_text(text, tone or Tone.OK)

    def show_message(self, message: Message) -> None:
        """Show a message that came as a code; how loudly depends on its level."""
        # Late: not needed for the first window.
        from inaproc_desktop.ports.ui import Level
        from inaproc_desktop.views.widgets.dialogs import show_failure
        from inaproc_desktop.views.widgets.values import Tone

        text = self._said(message.code, message.facts) or message.code
        if message.level in (Level.INFO, Level.DONE):
            self.show_toast(text, Tone.OK if message.level is Level.DONE else Tone.ACCENT)
        elif message.level is Level.WARNING:
            self._frame.banner.show_text(Tone.WARN, text)
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
        # Late: not needed for the first window.
        from inaproc_desktop.ports.ui import Answer
        from inaproc_desktop.views.widgets.dialogs import ConfirmDialog

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

    def _drop_alone(self) -> None:
        if self._alone is not None:
            self._layers.removeWidget(self._alone)
            self._alone.deleteLater()
            self._alone = None

    def _show_title(self) -> None:
        name = ""
        if self._made is not None:
            name = self._made.stack.title() or self.place_text(self._made.stack.current_id())
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
        if self._made is not None:
            self._made.fit(self.width())

    def guard_closing(self, guard: ClosingGuard | None) -> None:
        """Let somebody ask the person before the window closes at their own wish; ``None`` ends that."""
        self._guard = guard

    def closeEvent(self, event: QCloseEvent) -> None:
        """Remember the size, let pages save what is open, and say so.

        A person who closes the window may be asked first. The program itself and the end of the desktop
        session are not: what was not sent is on the disk whatever is answered.
        """
        application = QApplication.instance()
        ending = isinstance(application, QApplication) and application.isSavingSession()
        by_person = event.spontaneous() and not ending
        if self._guard is not None and by_person and not self._guard(self._close_unasked):
            event.ignore()
            return
        remembered.write(_SIZE_KEY, remembered.to_text(self.saveGeometry()))
        if self._made is not None:
            self._made.stack.leave()
        self.closing.emit()
        super().closeEvent(event)

    def _close_unasked(self) -> None:
        self._guard = None
        self.close()
