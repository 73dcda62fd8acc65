"""What was looked up: the satker with its whole path, to be confirmed, and the checks of Cek NIB."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.wire.registration import NibCheck
from inaproc_desktop.ports.filing import PickedOffice
from inaproc_desktop.views import theme
from inaproc_desktop.views.registration.filing import words
from inaproc_desktop.views.widgets import CheckField, Pill, PillText, Tone, button, column, label, row
from inaproc_desktop.views.widgets.parts import show_or_hide
from inaproc_desktop.views.words import sentence


class OfficePanel(QFrame):
    """The satker that was picked, with path and code. Hidden while none is.

    Args:
        name: prefix of object names.
        parent: the widget that owns it.

    Signals:
        confirmed(bool): the person says that it is theirs.
    """

    confirmed = Signal(bool)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "panel")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (12, 8, 12, 8)))
        layout.setSpacing(theme.px(theme.GAP_4))
        self._path = label("", "strong", wrap=True, selectable=True)
        self._code = label("", "muted", selectable=True)
        self._tick = CheckField(self.tr("Ya, ini satuan kerja saya"))
        self._tick.setObjectName(f"{name}.confirm_office")
        self._tick.changed.connect(lambda ticked: self.confirmed.emit(bool(ticked)))
        for part in (self._path, self._code, self._tick):
            layout.addWidget(part)
        self.hide()

    def show_office(self, office: PickedOffice | None, confirmed: bool, *, closed: bool) -> None:
        """Show a satker; ``closed``: it may not be changed, so there is nothing to confirm."""
        show_or_hide(self, office is not None)
        if office is None:
            return
        self._path.setText(" › ".join(part for part in (office.klpd_name, office.name) if part))
        code = self.tr("Kode satuan kerja {code} · kode instansi {klpd}")
        self._code.setText(code.format(code=office.code, klpd=office.klpd_code))
        self._code.setVisible(bool(office.code))
        self._tick.show_value(confirmed)
        self._tick.setVisible(not closed)

    def show_error(self, text: str) -> None:
        """Say that it was not confirmed."""
        self._tick.show_error(text)

    def focus_editor(self) -> None:
        """Put the cursor on the tick."""
        self._tick.focus_editor()


class NibPanel(QWidget):
    """Cek NIB: the button, and each check green, red or grey with what to do.

    Args:
        name: prefix of object names.
        parent: the widget that owns it.

    Signals:
        check_asked(): ask the registries.
    """

    check_asked = Signal()

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        self.check = button(self.tr("Cek NIB"), icon="search")
        self.check.setObjectName(f"{name}.check_nib")
        self.check.clicked.connect(self.check_asked)
        self._busy = label("", "muted")
        layout.addWidget(row(self.check, self._busy, None))
        self._list = QFrame()
        self._list.setObjectName(f"{name}.nib_checks")
        theme.set_role(self._list, "panel")
        self._rows = QVBoxLayout(self._list)
        self._rows.setContentsMargins(*(theme.px(side) for side in (12, 8, 12, 8)))
        self._rows.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(self._list)
        self._list.hide()
        self._shown: NibCheck | None = None

    def show_checking(self, checking: bool) -> None:
        """Say that the registries are being asked."""
        self.check.setEnabled(not checking)
        self._busy.setText(self.tr("Memeriksa…") if checking else "")

    def show_check(self, check: NibCheck | None) -> None:
        """Show the checks; ``None`` while nothing was asked."""
        self._list.setVisible(check is not None)
        if check is self._shown:
            return
        self._shown = check
        while self._rows.count():
            item = self._rows.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        pills = {
            "passed": PillText(self.tr("Lolos"), Tone.OK),
            "failed": PillText(self.tr("Tidak lolos"), Tone.BAD),
        }
        unknown = PillText(self.tr("Dicek verifikator"), Tone.NEUTRAL)
        for rule in check.rules if check is not None else ():
            said = sentence(rule.code, rule.facts) or rule.code
            line = QWidget()
            inside = QHBoxLayout(line)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(theme.px(theme.GAP_12))
            pill = Pill(pills.get(rule.result, unknown))
            holder = QWidget()
            holder.setFixedWidth(theme.px(128))
            beside = QHBoxLayout(holder)
            beside.setContentsMargins(0, 0, 0, 0)
            beside.addWidget(pill, 0, Qt.AlignmentFlag.AlignLeft)
            inside.addWidget(holder, 0, Qt.AlignmentFlag.AlignTop)
            about = label(words.nib_rule_label(rule.id), "strong")
            inside.addWidget(column(about, label(said, "muted", wrap=True), gap=0), 1)
            line.setAccessibleName(f"{about.text()}: {pill.text()}. {said}")
            self._rows.addWidget(line)
