"""Manajemen Akses: three stages and whose move it is, my accesses, my requests."""

from __future__ import annotations

from collections.abc import Callable
from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QWidget

from inaproc_core.registration.vocabulary import ProfileStatus
from inaproc_desktop.ports.accesses import AccessBook, OwnRequest, Reporter
from inaproc_desktop.views.access import words
from inaproc_desktop.views.access.lines import AccessLine, RequestLine
from inaproc_desktop.views.widgets import (
    Banner,
    Card,
    EmptyState,
    EmptyText,
    Page,
    Tone,
    button,
    confirm,
    label,
)
from inaproc_desktop.views.widgets.parts import clear, show_or_hide
from inaproc_desktop.views.widgets.wizard.stages import Stage, StageLine, Turn
from inaproc_desktop.views.words import failure_words
from inaproc_desktop.views.words.desk import in_language


class AccessesPage(Page):
    """The page.

    Args:
        now: the time, for the ticket.
        parent: the widget that owns it.

    Signals:
        create_asked(): Hubungkan atau Buat Akses.
        profile_asked(): the wizard of stage 2.
        renew_asked(str), transfer_asked(str): an access.
        fix_asked(str), again_asked(str), look_asked(str): a request.
        changed(str), withdrawn(str): a request, after a yes.
        report_asked(str): Salin laporan, about a request or in general.
        reload_asked(): ask the backend again.
    """

    create_asked = Signal()
    profile_asked = Signal()
    renew_asked = Signal(str)
    transfer_asked = Signal(str)
    fix_asked = Signal(str)
    again_asked = Signal(str)
    look_asked = Signal(str)
    changed = Signal(str)
    withdrawn = Signal(str)
    report_asked = Signal(str)
    reload_asked = Signal()

    def __init__(self, now: Callable[[], datetime], parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self._now = now
        self.show_title(self.tr("Manajemen Akses"))
        self.reload = button(self.tr("Muat ulang"), "quiet", "sync")
        self.reload.setObjectName("access.reload")
        self.reload.clicked.connect(self.reload_asked)
        self.report = button(self.tr("Salin laporan"), icon="copy")
        self.report.setObjectName("access.report")
        self.report.clicked.connect(lambda: self.report_asked.emit(""))
        self.create_button = button(self.tr("Hubungkan atau Buat Akses"), "primary", "add")
        self.create_button.setObjectName("access.create")
        self.create_button.clicked.connect(self.create_asked)
        for widget in (self.reload, self.report, self.create_button):
            self.add_trailing(widget)
        self.stages = StageLine(Stage.ACCESS)
        self.stages.setObjectName("access.stages")
        self.body.addWidget(self.stages)
        self.profile = Banner(Tone.WARN, "")
        self.profile.setObjectName("access.profile")
        self.profile.action.connect(self.profile_asked)
        self.body.addWidget(self.profile)
        area, inside = self.scrollable()
        self._own = Card(self.tr("Akses saya"))
        self._own.setObjectName("access.own")
        self._requests = Card(self.tr("Permohonan saya"))
        self._requests.setObjectName("access.requests")
        inside.addWidget(self._own)
        inside.addWidget(self._requests)
        inside.addStretch(1)
        self._inside = inside
        self.body.addWidget(area, 1)
        self._requests.hide()
        self._own.add(label(self.tr("Memuat…"), "muted"))

    # ---- showing

    def show_loading(self, loading: bool) -> None:
        """Say that the backend is being asked."""
        self.reload.setEnabled(not loading)
        self.show_note(self.tr("Memuat…") if loading else "")

    def show_book(self, book: AccessBook, *, online: bool) -> None:
        """Show accesses and requests."""
        self.stages.show_turns({Stage(stage): Turn(turn) for stage, turn in book.turns.items()})
        self._show_profile(book)
        self.show_banner(Tone.WARN, "" if online else words.offline_words(book.asked_at, self._now()))
        self.create_button.setText(
            self.tr("Lanjutkan permohonan") if book.draft else self.tr("Hubungkan atau Buat Akses")
        )
        self.create_button.setEnabled(book.may_ask)
        why = self.tr("Terbuka setelah profil terverifikasi.")
        self.create_button.setToolTip("" if book.may_ask else why)
        self._show_accesses(book)
        self._show_requests(book)

    def show_withdrawn(self) -> None:
        """Say that a request was taken back."""
        self.show_banner(Tone.OK, self.tr("Permohonan ditarik. Data lamanya dapat dipakai lagi kapan saja."))

    def copy_report(self, reporter: Reporter, about: str, book: AccessBook) -> None:
        """Put the text of a ticket on the clipboard."""
        QGuiApplication.clipboard().setText(words.report_text(reporter, about, book, self._now()))
        self.show_banner(
            Tone.OK,
            self.tr("Laporan tersalin. Tempel di Buat Tiket pada Pusat Bantuan, lalu isi uraian."),
        )

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
        said = failure_words(error)
        if said is None:
            raise error
        self.show_loading(False)
        self.show_banner(Tone.BAD, said.happened)

    # ---- inside

    def _show_profile(self, book: AccessBook) -> None:
        text, deed = words.profile_words(book.profile)
        tone = Tone.ACCENT if book.profile.status == ProfileStatus.WAITING else Tone.WARN
        self.profile.show_text(tone, text, deed)

    def _show_accesses(self, book: AccessBook) -> None:
        clear(self._own.body)
        self._own.show_note(str(len(book.accesses)) if book.accesses else "")
        if not book.accesses:
            empty = EmptyState(
                EmptyText(
                    self.tr("Belum ada akses"),
                    self.tr("Ajukan peran Anda di instansi, atau hubungkan perusahaan dengan NIB."),
                ),
                "access",
            )
            self._own.add(empty)
        for access in book.accesses:
            line = AccessLine(access)
            line.renew_asked.connect(self.renew_asked)
            line.transfer_asked.connect(self.transfer_asked)
            line.report_asked.connect(lambda: self.report_asked.emit(""))
            self._own.add(line)

    def _show_requests(self, book: AccessBook) -> None:
        clear(self._requests.body)
        show_or_hide(self._requests, bool(book.requests))
        # What is under way, and above all what waits for the person, stands first.
        self._inside.removeWidget(self._requests)
        self._inside.insertWidget(0 if any(one.may_withdraw for one in book.requests) else 1, self._requests)
        self._requests.show_note(str(len(book.requests)) if book.requests else "")
        for request in book.requests:
            line = RequestLine(request, self._now())
            line.fix_asked.connect(self.fix_asked)
            line.again_asked.connect(self.again_asked)
            line.look_asked.connect(self.look_asked)
            line.report_asked.connect(self.report_asked)
            line.change_asked.connect(lambda _id, at=request: self._ask_change(at))
            line.withdraw_asked.connect(lambda _id, at=request: self._ask_withdraw(at))
            self._requests.add(line)

    def _ask_change(self, request: OwnRequest) -> None:
        text = self.tr(
            "Permohonan ini masih menunggu. Setelah perubahan dikirim, pemeriksaan dimulai dari awal dengan"
            " batas waktu yang baru."
        )
        void = self.tr("Persetujuan pertama yang mungkin sudah diberikan menjadi batal.")
        confirm(
            self,
            title=self.tr("Ubah permohonan ini?"),
            text=f"{text} {void}" if request.first_may_lapse else text,
            confirm=self.tr("Ubah permohonan"),
            on_yes=lambda: self.changed.emit(request.request_id),
        )

    def _ask_withdraw(self, request: OwnRequest) -> None:
        title = in_language(*request.status.title)
        text = self.tr(
            "{role} di {office} tidak diperiksa lagi. Datanya dapat dipakai untuk mengajukan lagi."
        )
        confirm(
            self,
            title=self.tr("Tarik permohonan ini?"),
            text=text.format(role=title, office=request.status.office or "—"),
            confirm=self.tr("Tarik permohonan"),
            harmful=True,
            on_yes=lambda: self.withdrawn.emit(request.request_id),
        )
