"""One access and one request as a line: what, where, until when, how it stands, what can be done."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QPushButton, QVBoxLayout, QWidget

from inaproc_desktop.ports.accesses import OwnAccess, OwnRequest
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.access import words
from inaproc_desktop.views.widgets import Pill, PillText, Tone, button, label, row
from inaproc_desktop.views.words.desk import access_pill, clock_pill, in_language, request_pill


class _Line(QFrame):
    """A line with words at its left and deeds at its right."""

    def __init__(self, name: str) -> None:
        super().__init__()
        theme.set_role(self, "panel")
        self.setObjectName(name)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (14, 10, 14, 10)))
        layout.setSpacing(theme.px(theme.GAP_12))
        self._words = QVBoxLayout()
        self._words.setSpacing(theme.px(theme.GAP_4))
        self._deeds = QVBoxLayout()
        self._deeds.setSpacing(theme.px(theme.GAP_4))
        layout.addLayout(self._words, 1)
        layout.addLayout(self._deeds)

    def _say(self, text: str, role: str = "") -> QLabel | None:
        if not text:
            return None
        said = label(text, role, wrap=True, selectable=True)
        said.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._words.addWidget(said)
        return said

    def _offer(self, text: str, name: str, role: str = "") -> QPushButton:
        made = button(text, role)
        made.setObjectName(f"{self.objectName()}.{name}")
        self._deeds.addWidget(made)
        return made

    def _settle(self) -> None:
        self._words.addStretch(1)
        self._deeds.addStretch(1)


def _head(title: str, *pills: PillText | None) -> QWidget:
    return row(label(title, "strong", wrap=False), *(Pill(pill) for pill in pills if pill is not None), None)


class AccessLine(_Line):
    """One access.

    Signals:
        renew_asked(str), transfer_asked(str): its id.
        report_asked(): Salin laporan.
    """

    renew_asked = Signal(str)
    transfer_asked = Signal(str)
    report_asked = Signal()

    def __init__(self, access: OwnAccess) -> None:
        super().__init__(f"access.own.{access.access_id}")
        title = in_language(*access.title)
        current = PillText(self.tr("Sedang dipakai"), Tone.ACCENT) if access.current else None
        pill = access_pill(access.status)
        self._words.addWidget(_head(title, pill, current))
        self._say(access.office)
        self._say(words.validity_words(access), "muted")
        self._say(words.hint_words(access), "small")
        if access.may_renew:
            renew = self._offer(self.tr("Aktifkan Kembali"), "renew")
            renew.clicked.connect(lambda: self.renew_asked.emit(access.access_id))
        if access.may_transfer:
            transfer = self._offer(self.tr("Pindah satker"), "transfer", "quiet")
            transfer.clicked.connect(lambda: self.transfer_asked.emit(access.access_id))
        if access.status == "DEACTIVATED":
            report = self._offer(self.tr("Salin laporan"), "report", "quiet")
            report.clicked.connect(self.report_asked)
        self._settle()
        self.setAccessibleName(f"{title}, {access.office}: {pill.text if pill else ''}")


class RequestLine(_Line):
    """One request.

    Signals:
        fix_asked(str), change_asked(str), again_asked(str), look_asked(str), withdraw_asked(str),
            report_asked(str): its id.
    """

    fix_asked = Signal(str)
    change_asked = Signal(str)
    again_asked = Signal(str)
    look_asked = Signal(str)
    withdraw_asked = Signal(str)
    report_asked = Signal(str)

    def __init__(self, request: OwnRequest, now: datetime) -> None:
        super().__init__(f"access.request.{request.request_id}")
        at, status = request.request_id, request.status
        title = in_language(*status.title)
        pill = request_pill(status.status)
        self._words.addWidget(_head(title, pill, clock_pill(status.due_at, now)))
        sent = self.tr("{intent} · dikirim {sent} · pengiriman ke-{count}")
        self._say(status.office)
        self._say(
            sent.format(
                intent=words.intent_words(request), sent=fmt.moment(request.sent_at), count=status.attempts
            ),
            "muted",
        )
        self._say(words.since_words(status), "muted")
        self._say(words.reasons_words(status), "warn" if request.may_fix else "")
        if status.advise_help and request.may_fix:
            self._say(self.tr("Sudah berulang kali dikembalikan: hubungi Pusat Bantuan."), "small")
        if request.may_fix:
            fix = self._offer(self.tr("Unggah Perbaikan Data"), "fix")
            fix.clicked.connect(lambda: self.fix_asked.emit(at))
        if request.may_change:
            change = self._offer(self.tr("Ubah permohonan"), "change")
            change.clicked.connect(lambda: self.change_asked.emit(at))
        if request.may_ask_again:
            again = self._offer(self.tr("Ajukan lagi"), "again")
            again.clicked.connect(lambda: self.again_asked.emit(at))
        if request.may_withdraw:
            withdraw = self._offer(self.tr("Tarik"), "withdraw", "danger")
            withdraw.clicked.connect(lambda: self.withdraw_asked.emit(at))
        report = self._offer(self.tr("Salin laporan"), "report", "quiet")
        report.clicked.connect(lambda: self.report_asked.emit(at))
        self._settle()
        self.setAccessibleName(f"{title}, {status.office}: {pill.text}")
