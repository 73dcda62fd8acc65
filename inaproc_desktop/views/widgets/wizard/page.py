"""One page of a wizard: heading, a few words, and a body that scrolls when there is no room."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QHBoxLayout, QLabel, QVBoxLayout, QWidget, QWizardPage

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.scroll import VerticalScroll

_WIDTH = 760
"""Longest line that reads well, at 100 %."""


class WizardPage(QWizardPage):
    """A page. What was typed stays in its widgets when one goes on or back.

    Args:
        page_id: name of the page, kept in the draft.
        title: the heading; a sub-class may give its own words by ``show_heading``.
        lead: what is asked for here and why.
        step: words in the list of steps; the title when empty.
        next_text: words of the button that leads on; ``Lanjut`` when empty.
        extra_text: words of another way on (``Lewati dulu``); no such button when empty.
        goes_back: whether one may go back from here.
        closes: whether "Tutup, lanjutkan nanti" is offered here.
        wide: whether the body takes the whole width (pictures, tables).

    Attributes:
        page_id: see above.
        body: the layout of the body.

    Signals:
        shown(): it came into sight.
    """

    shown = Signal()

    def __init__(
        self,
        page_id: str,
        title: str = "",
        lead: str = "",
        *,
        step: str = "",
        next_text: str = "",
        extra_text: str = "",
        goes_back: bool = True,
        closes: bool = True,
        wide: bool = False,
    ) -> None:
        super().__init__()
        self.page_id = page_id
        self.step = step
        self.next_text = next_text
        self.extra_text = extra_text
        self.goes_back = goes_back
        self.closes = closes
        self.first_editor: QWidget | None = None
        self._ready = True
        self.setAccessibleName(title)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(theme.GAP_8))
        self._title: QLabel = parts.label(title, "title", wrap=True)
        self._lead: QLabel = parts.label(lead, "muted", wrap=True)
        outer.addWidget(self._title)
        outer.addWidget(self._lead)
        self._lead.setVisible(bool(lead))
        self._scroll = VerticalScroll()
        inside = QWidget()
        self.body = QVBoxLayout(inside)
        self.body.setContentsMargins(0, theme.px(theme.GAP_4), theme.px(theme.GAP_8), theme.px(theme.GAP_8))
        self.body.setSpacing(theme.px(theme.GAP_12))
        if not wide:
            inside.setMaximumWidth(theme.px(_WIDTH))
        holder = QHBoxLayout()
        holder.setContentsMargins(0, 0, 0, 0)
        holder.addWidget(inside, 1000)
        holder.addStretch(1)
        self._scroll.content.addLayout(holder)
        self._scroll.content.addStretch(1)
        outer.addWidget(self._scroll, 1)

    def add(self, widget: QWidget) -> None:
        """Put a widget at the end of the body."""
        self.body.addWidget(widget)

    def show_heading(self, title: str, lead: str) -> None:
        """Change heading and lead."""
        self._title.setText(title)
        self._lead.setText(lead)
        parts.show_or_hide(self._lead, bool(lead))
        self.setAccessibleName(title)

    def set_ready(self, ready: bool) -> None:
        """Let one go on from here, or grey the button; a form stays ready and says what is missing."""
        if ready != self._ready:
            self._ready = ready
            self.completeChanged.emit()

    def scroll_up(self) -> None:
        """Show the beginning."""
        self._scroll.verticalScrollBar().setValue(0)

    def isComplete(self) -> bool:
        """Tell QWizard whether to enable the button that leads on."""
        return self._ready
