"""How an application stands: since when, who decides until when, what is to be mended, what can be done."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.registration.vocabulary import ProfileStatus, RequestStatus
from inaproc_desktop.ports.filing import FilingStage, FilingStatus, Note
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.registration.filing import words
from inaproc_desktop.views.widgets import Card, Pill, PillText, Tone, VerticalScroll, button, label, row
from inaproc_desktop.views.words.desk import clock_pill, in_language, request_pill


class StatusPanel(QWidget):
    """One application as the backend sees it.

    Args:
        name: prefix of object names.
        parent: the widget that owns it.

    Signals:
        acted(): the one thing to do now.
        reload_asked(): ask the backend again.
        accesses_asked(): Manajemen Akses.
    """

    acted = Signal()
    reload_asked = Signal()
    accesses_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setObjectName(f"{name}.status")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        scroll = VerticalScroll()
        outer.addWidget(scroll)
        self._card = Card()
        self._card.setMaximumWidth(theme.px(720))
        self._pill = Pill()
        self._pill.setObjectName(f"{name}.status.pill")
        self._clock = Pill()
        self._title = label("", "title", wrap=True)
        self._office = label("", "muted", wrap=True)
        self._since = label("", "muted", wrap=True)
        self._next = label("", wrap=True)
        self._next.setObjectName(f"{name}.status.next")
        self._reasons = QFrame()
        self._reasons.setObjectName(f"{name}.status.reasons")
        theme.set_role(self._reasons, "panel")
        self._notes = QVBoxLayout(self._reasons)
        self._notes.setContentsMargins(*(theme.px(side) for side in (12, 10, 12, 10)))
        self._notes.setSpacing(theme.px(theme.GAP_8))
        self._asks = label("", "strong", wrap=True)
        self._help = label("", "warn", wrap=True)
        self.act = button("", "primary")
        self.act.setObjectName(f"{name}.status.act")
        self.act.clicked.connect(self.acted)
        self.accesses = button(self.tr("Manajemen Akses"), icon="access")
        self.accesses.setObjectName(f"{name}.status.accesses")
        self.accesses.clicked.connect(self.accesses_asked)
        self.reload = button(self.tr("Muat ulang"), "quiet", "sync")
        self.reload.setObjectName(f"{name}.status.reload")
        self.reload.clicked.connect(self.reload_asked)
        for part in (
            row(self._pill, self._clock, None),
            self._title,
            self._office,
            self._since,
            self._next,
            self._reasons,
            self._asks,
            self._help,
            row(self.act, self.accesses, self.reload, None),
        ):
            self._card.add(part)
        middle = QHBoxLayout()
        middle.addStretch(1)
        middle.addWidget(self._card, 1000)
        middle.addStretch(1)
        scroll.content.addLayout(middle)
        scroll.content.addStretch(1)

    def show_status(self, status: FilingStatus, now: datetime) -> None:
        """Show how it stands."""
        profile = status.stage is FilingStage.PROFILE
        self._pill.show_pill(_pill(status))
        self._clock.show_pill(clock_pill(status.due_at, now))
        self._title.setText(self.tr("Profil Anda") if profile else in_language(*status.title))
        self._office.setText(status.office)
        self._office.setVisible(bool(status.office))
        self._since.setText(self._since_words(status))
        self._next.setText(self._next_words(status))
        self._show_notes(status)
        asked = [in_language(*ask) for ask in status.asks]
        self._asks.setText(self.tr("Yang diminta: {what}").format(what=", ".join(asked)))
        self._asks.setVisible(bool(asked) and _is_open(status))
        often = self.tr(
            "Sudah {count} kali dikirim. Hubungi Pusat Bantuan dengan Salin laporan di Manajemen Akses."
        )
        self._help.setText(often.format(count=status.attempts))
        self._help.setVisible(status.advise_help and _is_open(status))
        deed = self._deed(status)
        self.act.setText(deed)
        self.act.setVisible(bool(deed))
        self.setAccessibleName(f"{self._title.text()}: {self._pill.text()}. {self._next.text()}")

    def _show_notes(self, status: FilingStatus) -> None:
        while self._notes.count():
            item = self._notes.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        for note in status.notes:
            self._notes.addWidget(label(self._part(status, note), "strong", wrap=True))
            self._notes.addWidget(label(words.note_words((note,)), wrap=True, selectable=True))
        self._reasons.setVisible(bool(status.notes))

    def _part(self, status: FilingStatus, note: Note) -> str:
        known = status.parts.get(note.part)
        return in_language(*known) if known else note.part

    def _since_words(self, status: FilingStatus) -> str:
        if status.since is None:
            return ""
        said = self.tr("Sejak {since}").format(since=fmt.moment(status.since))
        if status.due_at is not None:
            who = words.verifier_words(status.verifier)
            due = self.tr("diputuskan {who} paling lambat {due}")
            said = f"{said} · {due.format(who=who, due=fmt.moment(status.due_at))}"
        return said

    def _next_words(self, status: FilingStatus) -> str:
        profile = status.stage is FilingStage.PROFILE
        match status.status:
            case ProfileStatus.WAITING:
                return self.tr(
                    "Tidak ada yang perlu Anda lakukan sekarang. Hasilnya dikirim ke email"
                    " dan tampak di sini."
                )
            case ProfileStatus.NEEDS_FIX:
                return self.tr(
                    "Perbaiki hanya yang disebut di bawah, lalu kirim lagi. Bagian lain sudah diterima."
                )
            case ProfileStatus.REJECTED if profile:
                return self.tr(
                    "Pengajuan ini ditolak untuk berkas yang dikirim. Mulai lagi dengan berkas yang lain."
                )
            case ProfileStatus.REJECTED:
                return self.tr("Permohonan ditolak. Ajukan lagi dengan data lama yang sudah terisi.")
            case ProfileStatus.VERIFIED:
                return self.tr("Lanjutkan ke tahap 3: hubungkan atau buat akses.")
            case RequestStatus.APPROVED:
                return self.tr("Akses sudah diberikan. Pilih di pojok kanan atas untuk memakainya.")
            case RequestStatus.WITHDRAWN:
                return self.tr("Permohonan ini ditarik. Data lama dapat dipakai untuk permohonan baru.")
        return ""

    def _deed(self, status: FilingStatus) -> str:
        match status.status:
            case ProfileStatus.NEEDS_FIX:
                return self.tr("Unggah Perbaikan Data")
            case ProfileStatus.REJECTED:
                return self.tr("Mulai lagi")
            case RequestStatus.WITHDRAWN:
                return self.tr("Ajukan lagi")
            case ProfileStatus.VERIFIED:
                return self.tr("Lanjut ke Registrasi Akses")
        return ""


def _is_open(status: FilingStatus) -> bool:
    return status.status in {ProfileStatus.NEEDS_FIX, ProfileStatus.REJECTED}


def _pill(status: FilingStatus) -> PillText:
    if status.status == ProfileStatus.NONE:
        return PillText(status.status, Tone.NEUTRAL)
    return request_pill(status.status)
