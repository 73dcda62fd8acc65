"""Earlier versions of a draft: a list to take one back from."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QCoreApplication, Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_desktop.ports.drafts import DraftVersion, VersionOrigin
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import FormDialog, VerticalScroll, label
from inaproc_desktop.views.widgets.choice import ChoiceDot

_MOST = 20


class VersionList(QWidget):
    """One line per version, the newest first.

    Signals:
        picked(): a version was picked.
    """

    picked = Signal()

    def __init__(self, versions: Sequence[DraftVersion], parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._dots: dict[int, ChoiceDot] = {}
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(2))
        if not versions:
            layout.addWidget(label(self.tr("Belum ada versi sebelumnya."), "muted", wrap=True))
        for version in versions[:_MOST]:
            dot = ChoiceDot(f"{fmt.moment(version.saved_at)} · {origin_words(version.origin)}")
            dot.setObjectName(f"checkout.version.{version.n}")
            dot.toggled.connect(lambda on: self.picked.emit() if on else None)
            about = self.tr("{count} produk, {places} lokasi").format(
                count=len(version.form.lines), places=len(version.form.places)
            )
            note = version.form.note.strip().split("\n")[0]
            layout.addWidget(dot)
            layout.addWidget(label(f"      {about} · {note}" if note else f"      {about}", "small"))
            self._dots[version.n] = dot
        layout.addStretch(1)

    def chosen(self) -> int | None:
        """Return the number of the version that is picked."""
        return next((n for n, dot in self._dots.items() if dot.isChecked()), None)


class VersionsDialog(FormDialog):
    """Versi sebelumnya.

    Signals:
        taken_back(int): number of the version that is to stand again.
    """

    taken_back = Signal(int)

    def __init__(self, parent: QWidget, versions: Sequence[DraftVersion]) -> None:
        body = QWidget()
        layout = QVBoxLayout(body)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.addWidget(
            label(
                QCoreApplication.translate(
                    "VersionsDialog",
                    "Disimpan 30 hari di perangkat ini, setiap kali isian diganti oleh perangkat lain,"
                    " digabung, atau dikembalikan.",
                ),
                "muted",
                wrap=True,
            )
        )
        self.list = VersionList(versions)
        area = VerticalScroll()
        area.content.addWidget(self.list)
        area.setMinimumHeight(theme.px(min(46 * max(len(versions), 1), 320)))
        layout.addWidget(area)
        super().__init__(
            parent,
            title=QCoreApplication.translate("VersionsDialog", "Versi sebelumnya"),
            body=body,
            confirm=QCoreApplication.translate("VersionsDialog", "Kembalikan versi ini"),
        )
        self.setObjectName("checkout.versions")
        self.confirm_button.setEnabled(False)
        self.list.picked.connect(lambda: self.confirm_button.setEnabled(True))
        self.confirmed.connect(self._on_confirmed)

    def _on_confirmed(self) -> None:
        chosen = self.list.chosen()
        if chosen is not None:
            self.taken_back.emit(chosen)
            self.accept()


def ask_version(
    parent: QWidget, versions: Sequence[DraftVersion], on_taken: Callable[[int], None]
) -> VersionsDialog:
    """Ask which earlier version is to stand again; opens at once and returns at once."""
    dialog = VersionsDialog(parent, versions)
    dialog.taken_back.connect(lambda n: on_taken(n))
    dialog.open()
    return dialog


def origin_words(origin: VersionOrigin) -> str:
    """Return why a version was kept."""
    match origin:
        case VersionOrigin.MINE:
            return QCoreApplication.translate("VersionsDialog", "di sini, sebelum digabung")
        case VersionOrigin.THEIRS:
            return QCoreApplication.translate("VersionsDialog", "dari perangkat lain, sebelum digabung")
        case VersionOrigin.FOLLOWED:
            return QCoreApplication.translate("VersionsDialog", "sebelum diperbarui perangkat lain")
        case VersionOrigin.TAKEN_BACK:
            return QCoreApplication.translate("VersionsDialog", "sebelum dikembalikan")
    return QCoreApplication.translate("VersionsDialog", "saat draf berakhir di perangkat lain")
