"""Banners: something the whole page should know, until it is settled."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QHBoxLayout, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.marks import IconMark
from inaproc_desktop.views.widgets.values import EmptyText, Tone

LOOKS: dict[Tone, tuple[str, str, str]] = {
    Tone.ACCENT: ("banner_info", "info", "accent"),
    Tone.NEUTRAL: ("banner_neutral", "info", "muted"),
    Tone.OK: ("banner_ok", "check", "ok"),
    Tone.WARN: ("banner_warn", "warning", "warn"),
    Tone.BAD: ("banner_bad", "error", "bad"),
}


class Banner(QFrame):
    """A line across the page with an icon, words and perhaps one action.

    Signals:
        action(): the action was asked for.
        closed(): the person has read it.
    """

    action = Signal()
    closed = Signal()

    def __init__(
        self,
        tone: Tone = Tone.ACCENT,
        text: str = "",
        action_text: str = "",
        *,
        closable: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (12, 6, 8, 6)))
        layout.setSpacing(theme.px(theme.GAP_8))
        self._icon = IconMark("info")
        self._text = parts.label("", wrap=True, selectable=True)
        self._text.setFocusPolicy(Qt.FocusPolicy.ClickFocus)
        self._action = parts.button("", "quiet")
        self._action.clicked.connect(self.action)
        self._close = parts.icon_button(self.tr("Tutup pemberitahuan"), "close")
        self._close.clicked.connect(self._on_close)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignVCenter)
        layout.addWidget(self._text, 1)
        layout.addWidget(self._action)
        layout.addWidget(self._close)
        self._close.setVisible(closable)
        self.setMinimumHeight(theme.px(40))
        self.show_text(tone, text, action_text)

    def show_text(self, tone: Tone, text: str, action_text: str = "") -> None:
        """Show other words; empty words hide the banner."""
        role, icon, colour = LOOKS[tone]
        theme.set_role(self, role)
        self._icon.show_icon(icon, colour)
        self._text.setText(text)
        self._action.setText(parts.plain(action_text))
        self._action.setVisible(bool(action_text))
        self.setAccessibleName(text)
        parts.show_or_hide(self, bool(text))

    def text(self) -> str:
        """Return the words shown."""
        return self._text.text()

    def _on_close(self) -> None:
        self.hide()
        self.closed.emit()


class EmptyState(QWidget):
    """What stands where a list would be: what is missing and what to do next.

    Signals:
        action(): the next thing was asked for.
    """

    action = Signal()

    def __init__(self, empty: EmptyText | None = None, icon: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setSpacing(theme.px(theme.GAP_8))
        layout.addStretch(2)
        self._icon = IconMark(icon, "control_line", 36)
        self._title = parts.label("", "heading", wrap=True)
        self._text = parts.label("", "muted", wrap=True)
        self._button = parts.button("")
        self._button.clicked.connect(self.action)
        for words in (self._title, self._text):
            words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layout.addWidget(self._icon, 0, Qt.AlignmentFlag.AlignHCenter)
        self._icon.setVisible(bool(icon))
        layout.addWidget(self._title)
        layout.addWidget(self._text)
        layout.addWidget(self._button, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.show_empty(empty or EmptyText(""))

    def show_empty(self, empty: EmptyText) -> None:
        """Show other words."""
        self._title.setText(empty.title)
        self._text.setText(empty.text)
        self._text.setVisible(bool(empty.text))
        self._button.setText(parts.plain(empty.action))
        self._button.setVisible(bool(empty.action))
        self.setAccessibleName(f"{empty.title}. {empty.text}".strip(". "))
