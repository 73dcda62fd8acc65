"""The buttons of a slot, and the list of what is wrong with its picture."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inaproc_desktop.ports.filing import Finding, Handed
from inaproc_desktop.views import theme
from inaproc_desktop.views.registration.filing.flow import FlowRow
from inaproc_desktop.views.widgets import button, icon_button, label
from inaproc_desktop.views.widgets.parts import show_or_hide


class FindingList(QWidget):
    """Numbered sentences, in the order of the marks on the picture."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(0, 0, 0, 0)
        self._layout.setSpacing(theme.px(theme.GAP_4))

    def show_findings(self, findings: Sequence[tuple[Finding, str]]) -> None:
        """Show these; hidden while there is none."""
        while self._layout.count():
            item = self._layout.takeAt(0)
            old = item.widget() if item is not None else None
            if old is not None:
                old.setParent(None)
                old.deleteLater()
        for number, (finding, said) in enumerate(findings, start=1):
            line = QWidget()
            inside = QHBoxLayout(line)
            inside.setContentsMargins(0, 0, 0, 0)
            inside.setSpacing(theme.px(theme.GAP_8))
            role = "bad" if finding.stops else "warn"
            inside.addWidget(label(str(number), role), 0, Qt.AlignmentFlag.AlignTop)
            inside.addWidget(label(said, role, wrap=True, selectable=True), 1)
            self._layout.addWidget(line)
        show_or_hide(self, bool(findings))


class Tools(QWidget):
    """The deeds of a slot; which are there depends on what is in it.

    Args:
        prefix: of object names.
        picture: photographs only, so turning, cutting and the camera make sense.
        template: there is a sample letter.
        parent: the widget that owns it.
    """

    def __init__(self, prefix: str, *, picture: bool, template: bool, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._picture, self._has_template = picture, template
        self.choose = button(self.tr("Pilih berkas"), icon="upload")
        self.paste = button(self.tr("Tempel"), icon="copy")
        self.camera = button(self.tr("Kamera"), icon="eye")
        self.template = button(self.tr("Contoh surat"), "link", "download")
        self.turn_left = icon_button(self.tr("Putar ke kiri"), "undo")
        self.turn_right = icon_button(self.tr("Putar ke kanan"), "sync")
        self.crop = button(self.tr("Potong"))
        self.apply = button(self.tr("Terapkan potongan"))
        self.cancel = button(self.tr("Batal memotong"), "quiet")
        self.undo = button(self.tr("Kembalikan asli"), "quiet")
        self.drop = button(self.tr("Hapus"), "quiet", "remove")
        self.pages = button(self.tr("Lihat semua halaman"), "link")
        named = {
            "choose": self.choose,
            "paste": self.paste,
            "camera": self.camera,
            "template": self.template,
            "turn_left": self.turn_left,
            "turn_right": self.turn_right,
            "crop": self.crop,
            "apply_crop": self.apply,
            "cancel_crop": self.cancel,
            "undo": self.undo,
            "drop": self.drop,
            "pages": self.pages,
        }
        for name, widget in named.items():
            widget.setObjectName(f"{prefix}.{name}")
        self._all = tuple(named.values())
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(FlowRow(self.choose, self.paste, self.camera, self.template))
        self._edits = FlowRow(
            self.turn_left,
            self.turn_right,
            self.crop,
            self.apply,
            self.cancel,
            self.undo,
            self.pages,
            self.drop,
        )
        layout.addWidget(self._edits)

    def show_busy(self) -> None:
        """Let nothing be pressed twice while a file is looked at."""
        for widget in self._all:
            widget.setEnabled(False)

    def show_offer(self) -> None:
        """Leave only the ways to hand in something else."""
        self._show({self.choose, self.paste, *self._sources()})

    def show_cropping(self) -> None:
        """Leave only the ways out of cutting."""
        self._show({self.apply, self.cancel})

    def show_file(self, handed: Handed | None, *, edited: bool) -> None:
        """Show what can be done with what is there."""
        shown: set[QWidget] = {self.choose, self.paste, *self._sources()}
        if handed is not None:
            shown.add(self.drop)
            if handed.is_picture and handed.content is not None:
                shown |= {self.turn_left, self.turn_right, self.crop}
            if handed.pages > 1:
                shown.add(self.pages)
            if edited:
                shown.add(self.undo)
        self._show(shown)
        again = handed is not None
        self.choose.setText(self.tr("Ganti berkas") if again else self.tr("Pilih berkas"))

    def _sources(self) -> set[QWidget]:
        found: set[QWidget] = {self.camera} if self._picture else set()
        return found | ({self.template} if self._has_template else set())

    def _show(self, shown: set[QWidget]) -> None:
        for widget in self._all:
            widget.setEnabled(True)
            show_or_hide(widget, widget in shown)
        show_or_hide(self._edits, any(not widget.isHidden() for widget in self._edits.widgets()))
