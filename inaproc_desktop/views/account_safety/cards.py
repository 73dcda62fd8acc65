"""The cards of account safety."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QGridLayout, QPushButton

from inaproc_core.wire.account import AccountView, SecurityEvent, SessionRow
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.account_safety.words import event_words
from inaproc_desktop.views.widgets import (
    Banner,
    Card,
    Column,
    EmptyText,
    Pill,
    PillText,
    Table,
    Timeline,
    TimelineEvent,
    Tone,
    button,
    label,
    row,
)

_DEVICES_HEIGHT = 230


class ContactCard(Card):
    """Email, phone and password, each with the button that changes it."""

    def __init__(self) -> None:
        super().__init__()
        self.show_title(self.tr("Kontak dan kata sandi"))
        grid = QGridLayout()
        grid.setHorizontalSpacing(theme.px(theme.GAP_16))
        grid.setVerticalSpacing(theme.px(theme.GAP_8))
        grid.setColumnStretch(1, 1)
        self.body.addLayout(grid)
        self._values = [label("", "strong", selectable=True) for _ in range(4)]
        self.email = self._button("account.change_email", self.tr("Ganti…"), self.tr("Ganti email"))
        self.phone = self._button("account.change_phone", self.tr("Ganti…"), self.tr("Ganti nomor ponsel"))
        self.password = self._button(
            "account.change_password", self.tr("Ganti…"), self.tr("Ganti kata sandi")
        )
        rows = (
            (self.tr("Nama pengguna"), "account.username", None),
            (self.tr("Email"), "account.email", self.email),
            (self.tr("Nomor ponsel"), "account.phone", self.phone),
            (self.tr("Kata sandi"), "account.password_age", self.password),
        )
        for at, (words, name, change) in enumerate(rows):
            grid.addWidget(label(words, "muted"), at, 0)
            self._values[at].setObjectName(name)
            grid.addWidget(self._values[at], at, 1)
            if change is not None:
                grid.addWidget(change, at, 2)

    def _button(self, name: str, text: str, said: str) -> QPushButton:
        made = button(text)
        made.setObjectName(name)
        made.setAccessibleName(said)
        made.setEnabled(False)
        return made

    def show_account(self, account: AccountView) -> None:
        """Show the account."""
        changed = account.password_changed_at
        told = (
            self.tr("diganti {date}").format(date=fmt.date(changed.date()))
            if changed
            else self.tr("belum diganti")
        )
        phone = fmt.phone(account.phone) if account.phone else self.tr("belum ada")
        for shown, text in zip(self._values, (account.username, account.email, phone, told), strict=True):
            shown.setText(text)
        for change in (self.email, self.phone, self.password):
            change.setEnabled(True)


class SecondFactorCard(Card):
    """The second factor and its recovery codes.

    Args:
        kinds: names of the kinds of access, Indonesian and English.
    """

    def __init__(self, kinds: Mapping[str, tuple[str, str]]) -> None:
        super().__init__()
        self._kinds = kinds
        self.show_title(self.tr("Verifikasi dua langkah"))
        self._pill = Pill()
        self.add_trailing(self._pill)
        self._why = label("", "", wrap=True)
        self._why.setObjectName("account.totp_state")
        self._codes = label("", "muted", wrap=True)
        self._codes.setObjectName("account.codes_left")
        self.turn_on = button(self.tr("Aktifkan…"), "primary")
        self.turn_on.setObjectName("account.totp_on")
        self.move_button = button(self.tr("Pindah ke ponsel lain…"))
        self.move_button.setObjectName("account.totp_move")
        self.renew = button(self.tr("Buat kode pemulihan baru…"))
        self.renew.setObjectName("account.codes_renew")
        self.turn_off = button(self.tr("Matikan…"), "danger")
        self.turn_off.setObjectName("account.totp_off")
        self.add(self._why)
        self.add(self._codes)
        self.add(row(self.turn_on, self.move_button, self.renew, self.turn_off, None))
        for each in (self.turn_on, self.move_button, self.renew, self.turn_off):
            each.hide()

    def show_account(self, account: AccountView) -> None:
        """Show the account."""
        if account.totp_on:
            pill = PillText(self.tr("Aktif"), Tone.OK)
            why = self.tr("Kode dari ponsel diminta setiap kali masuk dan sebelum tindakan penting.")
        elif account.totp_required:
            pill = PillText(self.tr("Wajib, belum aktif"), Tone.BAD)
            why = self.tr("Akses {kinds} baru dapat dipakai sesudah verifikasi dua langkah aktif.")
        else:
            pill = PillText(self.tr("Belum aktif"), Tone.WARN)
            why = self.tr("Tanpa ini, siapa pun yang tahu kata sandi Anda dapat masuk.")
        language = 1 if fmt.language() == "en" else 0
        kinds = ", ".join(self._kinds.get(kind, (kind, kind))[language] for kind in account.totp_required_by)
        self._pill.show_pill(pill)
        self._why.setText(why.format(kinds=kinds))
        left = account.recovery_codes_left
        told = self.tr("Kode pemulihan tersisa {count}.").format(count=left)
        if left <= 2:
            told = self.tr("Kode pemulihan tersisa {count}: buat yang baru sebelum habis.").format(count=left)
        self._codes.setText(told if account.totp_on else "")
        self._codes.setVisible(account.totp_on)
        self.turn_on.setVisible(not account.totp_on)
        self.move_button.setVisible(account.totp_on)
        self.renew.setVisible(account.totp_on)
        self.turn_off.setVisible(account.totp_on)
        self.turn_off.setEnabled(not account.totp_required)
        must = self.tr("Akses Anda mewajibkannya, jadi tidak dapat dimatikan.")
        self.turn_off.setToolTip(must if account.totp_required else "")


class DevicesCard(Card):
    """Devices that are signed in.

    Signals:
        end_asked(str, str): sign a device out: its session and its name.
    """

    end_asked = Signal(str, str)

    def __init__(self) -> None:
        super().__init__(padded=False)
        self.show_title(self.tr("Perangkat dan sesi"))
        self.end_all = button(self.tr("Keluar dari semua…"), "danger")
        self.end_all.setObjectName("account.end_all")
        self.end = button(self.tr("Keluarkan…"))
        self.end.setObjectName("account.end_device")
        self.end.setEnabled(False)
        self.end.clicked.connect(self._on_end)
        self.add_trailing(self.end)
        self.add_trailing(self.end_all)
        self._table = Table(
            self.tr("Perangkat yang masuk"),
            [
                Column(
                    key="device",
                    title=self.tr("Perangkat"),
                    text=self._name,
                    secondary=lambda one: one.address,
                    stretch=True,
                    strong=True,
                ),
                Column(
                    key="current",
                    title=self.tr("Keadaan"),
                    text=lambda _one: "",
                    pill=lambda one: PillText(self.tr("Perangkat ini"), Tone.ACCENT) if one.current else None,
                    width=130,
                ),
                Column(
                    key="since",
                    title=self.tr("Masuk sejak"),
                    text=lambda one: fmt.moment(one.created_at),
                    width=180,
                ),
                Column(
                    key="seen",
                    title=self.tr("Terakhir dipakai"),
                    text=lambda one: fmt.moment(one.last_seen),
                    width=180,
                ),
            ],
            row_id=lambda one: one.session_id,
            lines=2,
            empty=EmptyText(self.tr("Belum ada perangkat untuk ditampilkan.")),
        )
        self._table.setObjectName("account.devices")
        self._table.setFixedHeight(theme.px(_DEVICES_HEIGHT))
        self._table.chosen.connect(self._on_chosen)
        self._rows: dict[str, SessionRow] = {}
        self.add(self._table)

    def show_devices(self, devices: Sequence[SessionRow]) -> None:
        """Show the devices; this one first."""
        ordered = sorted(devices, key=lambda one: (not one.current, -one.last_seen.timestamp()))
        self._rows = {one.session_id: one for one in ordered}
        self._table.show_rows(ordered)
        self._on_chosen(self._table.chosen_id())

    def _name(self, one: SessionRow) -> str:
        return one.device_name or self.tr("Perangkat tanpa nama")

    def _on_chosen(self, session_id: str) -> None:
        chosen = self._rows.get(session_id)
        self.end.setEnabled(chosen is not None and not chosen.current)

    def _on_end(self) -> None:
        chosen = self._rows.get(self._table.chosen_id())
        if chosen is not None:
            self.end_asked.emit(chosen.session_id, self._name(chosen))


class EventsCard(Card):
    """What happened to the account, newest first."""

    def __init__(self) -> None:
        super().__init__()
        self.show_title(self.tr("Riwayat keamanan"))
        self._done = Banner(Tone.OK, "", closable=True)
        self._done.setObjectName("account.done")
        self._timeline = Timeline(self.tr("Riwayat keamanan"))
        self._timeline.setObjectName("account.events")
        self.add(self._done)
        self.add(
            label(
                self.tr("Setiap kejadian juga dikirim ke email Anda. Ada yang bukan Anda? Ganti kata sandi."),
                "muted",
                wrap=True,
            )
        )
        self.add(self._timeline)

    def show_events(self, events: Sequence[SecurityEvent]) -> None:
        """Show the events."""
        self._timeline.show_events(
            [
                TimelineEvent(
                    event_words(event.code),
                    who=" · ".join(part for part in (event.device_name, event.address) if part),
                    when=fmt.moment(event.at),
                )
                for event in events
            ]
        )

    def show_done(self, words: str) -> None:
        """Say that something was just done."""
        self._done.show_text(Tone.OK, words)
