"""Cards: a surface with a heading, something at its right end, and a body."""

from __future__ import annotations

from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.values import Tone


class Card(QFrame):
    """A surface with a heading and a body.

    Args:
        title: the heading; empty for a card without one.
        trailing: a widget at the right end of the heading.
        padded: whether the body keeps its distance from the edge; not for tables.
        parent: the widget that owns it.

    Attributes:
        body: the layout of the body.
    """

    def __init__(
        self,
        title: str = "",
        trailing: QWidget | None = None,
        *,
        padded: bool = True,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.setSpacing(0)
        self._head = QFrame()
        theme.set_role(self._head, "card_head")
        head = QHBoxLayout(self._head)
        head.setContentsMargins(*(theme.px(side) for side in (14, 8, 14, 8)))
        head.setSpacing(theme.px(theme.GAP_8))
        self._title = parts.label(title, "heading")
        self._note = parts.label("", "muted")
        self._note.hide()
        head.addWidget(self._title)
        head.addWidget(self._note)
        head.addStretch(1)
        self._head_layout = head
        self._head.setMinimumHeight(theme.px(40))
        outer.addWidget(self._head)
        self._head.setVisible(bool(title))
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        side = theme.px(14) if padded else 0
        # Without padding a little room stays below, so that rows do not run into the round corners.
        above, below = (theme.px(12), theme.px(12)) if padded else (0, theme.px(6))
        self.body.setContentsMargins(side, above, side, below)
        self.body.setSpacing(theme.px(theme.GAP_8))
        outer.addWidget(inside, 1)
        if title:
            self.setAccessibleName(title)
        if trailing is not None:
            self.add_trailing(trailing)

    def show_title(self, title: str) -> None:
        """Change the heading; empty hides it."""
        self._title.setText(title)
        self._head.setVisible(bool(title))
        self.setAccessibleName(title)

    def show_note(self, text: str) -> None:
        """Show quiet words behind the heading: ``2 lokasi``."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def add(self, widget: QWidget, stretch: int = 0) -> None:
        """Put a widget at the end of the body."""
        self.body.addWidget(widget, stretch)

    def add_trailing(self, widget: QWidget) -> None:
        """Put a widget at the right end of the heading."""
        self._head_layout.addWidget(widget)
        self._head.setVisible(True)


class ActionBar(QFrame):
    """The deeds of a long part, under what scrolls: always in sight. Hidden while none of them is open.

    Args:
        deeds: what stands in it; each is shown on its own with :meth:`show_deed`.
        parent: the widget that owns it.
    """

    def __init__(self, *deeds: QWidget, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        theme.set_role(self, "card")
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (14, 10, 14, 10)))
        layout.setSpacing(theme.px(theme.GAP_8))
        self._deeds = deeds
        for deed in deeds:
            layout.addWidget(deed)
            deed.hide()
        self.hide()

    def show_deed(self, deed: QWidget, shown: bool) -> None:
        """Open or close one of the deeds."""
        deed.setVisible(shown)
        parts.show_or_hide(self, any(not each.isHidden() for each in self._deeds))


class VerdictCard(QFrame):
    """What a rule says about the whole page, in words: bold verdict, explanation, and a coloured edge."""

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*(theme.px(side) for side in (14, 12, 14, 12)))
        layout.setSpacing(theme.px(theme.GAP_4))
        self._verdict: QLabel = parts.label("", "strong", wrap=True)
        self._text: QLabel = parts.label("", "muted", wrap=True)
        layout.addWidget(self._verdict)
        layout.addWidget(self._text)
        self.show_verdict(Tone.NEUTRAL, "")

    def show_verdict(self, tone: Tone, verdict: str, text: str = "") -> None:
        """Show a verdict; hidden while there is none."""
        role = {Tone.OK: "verdict_ok", Tone.WARN: "verdict_warn", Tone.BAD: "verdict_bad"}.get(tone, "card")
        theme.set_role(self, role)
        theme.set_role(self._verdict, tone.value if role != "card" else "strong")
        self._verdict.setText(verdict)
        self._text.setText(text)
        self._text.setVisible(bool(text))
        self.setAccessibleName(f"{verdict} {text}".strip())
        parts.show_or_hide(self, bool(verdict))
