"""What stands around the form of an item: likenesses, checks, the applicant, the history."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.wire.desk import DeskItem
from inaproc_desktop.views import theme
from inaproc_desktop.views.verification.words import check_words, event_of, likeness_words, person_label
from inaproc_desktop.views.widgets import Card, Pill, Timeline, column, label, parts, row
from inaproc_desktop.views.widgets.marks import IconMark


class _ListCard(Card):
    """A card of lines that is hidden while it has none."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        inside = QWidget()
        self._lines = QVBoxLayout(inside)
        self._lines.setContentsMargins(0, 0, 0, 0)
        self._lines.setSpacing(theme.px(theme.GAP_8))
        self.add(inside)

    def _show_lines(self, lines: list[QWidget]) -> None:
        parts.clear(self._lines)
        for line in lines:
            self._lines.addWidget(line)
        parts.show_or_hide(self, bool(lines))


class LikenessCard(_ListCard):
    """What looks like the same person, role or document."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Kemungkinan duplikat"))
        self.setObjectName("verification.duplicates")

    def show_item(self, item: DeskItem) -> None:
        """Show what matches, and with whom."""
        lines: list[QWidget] = []
        for duplicate in item.duplicates:
            what, who = likeness_words(duplicate)
            words = column(label(what, "strong", wrap=True), label(who, wrap=True, selectable=True), gap=2)
            line = QWidget()
            layout = QHBoxLayout(line)
            layout.setContentsMargins(0, 0, 0, 0)
            layout.setSpacing(theme.px(theme.GAP_8))
            layout.addWidget(IconMark("warning", "warn"), 0, Qt.AlignmentFlag.AlignTop)
            layout.addWidget(words, 1)
            lines.append(line)
        self._show_lines(lines)


class ChecksCard(_ListCard):
    """The automatic checks of a NIB."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Pemeriksaan otomatis"))
        self.setObjectName("verification.checks")

    def show_item(self, item: DeskItem) -> None:
        """Show each check with its outcome."""
        lines: list[QWidget] = []
        for check in item.checks:
            pill, words = check_words(check)
            lines.append(column(row(Pill(pill), None), label(words, wrap=True), gap=theme.GAP_4))
        self._show_lines(lines)


class PersonCard(_ListCard):
    """Who asks."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Pemohon"))
        self.setObjectName("verification.person")

    def show_item(self, item: DeskItem) -> None:
        """Show what is known of the applicant."""
        self._show_lines(
            [
                column(label(person_label(key), "small"), label(value, wrap=True, selectable=True), gap=0)
                for key, value in item.person.items()
                if value
            ]
        )


class HistoryCard(Card):
    """What happened with this item before."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Riwayat"))
        self._timeline = Timeline(self.tr("Riwayat permohonan"))
        self._timeline.setObjectName("verification.history")
        self.add(self._timeline)

    def show_item(self, item: DeskItem, rules: RegistrationRules) -> None:
        """Show the steps, newest first."""
        newest_first = sorted(item.history, key=lambda row: row.at, reverse=True)
        self._timeline.show_events([event_of(row, rules) for row in newest_first])
        parts.show_or_hide(self, bool(item.history))
