"""Approving many together: who they are, each with a tick."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.registration.forms import RegistrationRules
from inaproc_desktop.ports.desk import QueueRow
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import CheckField, VerticalScroll, label
from inaproc_desktop.views.words.desk import short_kind

_MOST_HEIGHT = 280


class CleanList(QWidget):
    """The clean items, each with a tick.

    Signals:
        changed(): another tick.
    """

    changed = Signal()

    def __init__(self, rows: Sequence[QueueRow], rules: RegistrationRules) -> None:
        super().__init__()
        self._ticks: dict[str, CheckField] = {}
        area = VerticalScroll()
        for one in rows:
            words = " · ".join(part for part in (one.name, short_kind(rules, one.kind), one.office) if part)
            tick = CheckField(words)
            tick.setObjectName(f"verification.clean.{one.item_id}")
            tick.show_value(True)
            tick.changed.connect(lambda _value: self.changed.emit())
            self._ticks[one.item_id] = tick
            area.content.addWidget(tick)
        area.content.addStretch(1)
        area.content.setSpacing(theme.px(theme.GAP_4))
        area.setMinimumHeight(theme.px(min(34 * len(rows) + 8, _MOST_HEIGHT)))
        text = self.tr(
            "Pada permohonan ini tidak ada duplikat, Daftar Hitam, atau pemeriksaan yang gagal. "
            "Yang dicentang disetujui sekaligus; setiap keputusan tercatat atas nama Anda."
        )
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addWidget(label(text, wrap=True))
        layout.addWidget(area)

    def chosen(self) -> list[str]:
        """Return the ids that are ticked."""
        return [item_id for item_id, tick in self._ticks.items() if tick.value()]
