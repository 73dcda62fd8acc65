"""A page of the window: title, state, actions at the right, and a body."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeySequence, QShortcut
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.banner import Banner
from inaproc_desktop.views.widgets.fields.text import SearchField
from inaproc_desktop.views.widgets.marks import Pill
from inaproc_desktop.views.widgets.scroll import VerticalScroll
from inaproc_desktop.views.widgets.values import PillText, Tone


class Page(QWidget):
    """What a screen's view is made of.

    Args:
        title: the page's name, as in the rail.
        parent: the widget that owns it.

    Attributes:
        body: the layout below the head; usually one table, or columns of cards.

    Signals:
        banner_action(): the action of the banner was asked for.
        entered(str): the page came into sight; the id of the item to open, empty for the page itself.
        left(): another page came into sight.
        title_changed(): the page is called differently.
    """

    banner_action = Signal()
    entered = Signal(str)
    left = Signal()
    title_changed = Signal()

    def __init__(self, title: str = "", parent: QWidget | None = None) -> None:
        super().__init__(parent)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(*(theme.px(side) for side in (20, 14, 20, 16)))
        outer.setSpacing(theme.px(theme.GAP_12))
        self._head = QWidget()
        self._head_layout = QHBoxLayout(self._head)
        self._head_layout.setContentsMargins(0, 0, 0, 0)
        self._head_layout.setSpacing(theme.px(theme.GAP_12))
        self._back = parts.icon_button(self.tr("Kembali"), "back")
        self._back.hide()
        self._title = parts.label("", "title")
        self._status = Pill()
        self._note = parts.label("", "muted")
        self._head_layout.addWidget(self._back)
        self._head_layout.addWidget(self._title)
        self._head_layout.addWidget(self._status)
        self._head_layout.addStretch(1)
        self._head_layout.addWidget(self._note)
        self._note.hide()
        theme.notifier().changed.connect(self._fit_head)
        self._fit_head()
        outer.addWidget(self._head)
        self._banner = Banner(Tone.ACCENT, "", closable=True)
        self._banner.action.connect(self.banner_action)
        outer.addWidget(self._banner)
        self.body = QVBoxLayout()
        self.body.setContentsMargins(0, 0, 0, 0)
        self.body.setSpacing(theme.px(theme.GAP_12))
        outer.addLayout(self.body, 1)
        self.show_title(title)

    # ---- the head

    def show_title(self, title: str) -> None:
        """Show another title."""
        self._title.setText(title)
        self.setAccessibleName(title)
        self.title_changed.emit()

    def title(self) -> str:
        """Return the title."""
        return self._title.text()

    def show_status(self, status: PillText | None) -> None:
        """Show a state beside the title, or none."""
        self._status.show_pill(status)

    def show_note(self, text: str) -> None:
        """Show quiet words at the right end of the head: ``CV Graha Niaga Utama · 2 produk``."""
        self._note.setText(text)
        self._note.setVisible(bool(text))

    def add_trailing(self, widget: QWidget) -> None:
        """Put a widget, usually a button, at the right end of the head."""
        self._head_layout.addWidget(widget)

    def show_banner(self, tone: Tone, text: str, action_text: str = "") -> None:
        """Show a banner under the head; empty text hides it."""
        self._banner.show_text(tone, text, action_text)

    def use_back(self, on_back: Callable[[], None]) -> None:
        """Show an arrow before the title; it and Alt+Left lead back."""
        self._back.clicked.connect(on_back)
        self._back.show()
        self.add_shortcut("Alt+Left", on_back)

    def _fit_head(self) -> None:
        self._head.setMinimumHeight(theme.px(theme.CONTROL_HEIGHT))

    # ---- keys

    def add_shortcut(self, keys: str, on_pressed: Callable[[], None]) -> None:
        """Bind keys while the focus is anywhere in this page: ``Ctrl+E`` exports, ``Ctrl+P`` prints."""
        shortcut = QShortcut(QKeySequence(keys), self)
        shortcut.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        shortcut.activated.connect(on_pressed)

    def use_filter(self, field: SearchField) -> None:
        """Let Ctrl+F lead to this search box."""
        self.add_shortcut("Ctrl+F", field.focus_editor)

    # ---- coming and going, called by the shell

    def open_item(self, item_id: str) -> None:
        """Come into sight, with an item when ``item_id`` is not empty. Screens listen to ``entered``."""
        self.entered.emit(item_id)

    def leave(self) -> None:
        """Go out of sight. Screens listen to ``left`` to save drafts."""
        self.left.emit()

    # ---- parts for the body

    @staticmethod
    def scrollable() -> tuple[VerticalScroll, QVBoxLayout]:
        """Return a part that scrolls up and down, and the layout inside it."""
        area = VerticalScroll()
        return area, area.content
