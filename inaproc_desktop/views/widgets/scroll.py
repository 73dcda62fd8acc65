"""Pages that never squeeze: scrolling columns, and columns that move under each other when it gets narrow."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, QSize, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QScrollArea, QVBoxLayout, QWidget

from inaproc_desktop.views import theme

_USUAL_HEIGHT = 240
"""What a scrolling part asks for at 100 %; layouts with room give it more."""

_LEAST_MAIN = 300
"""Height of a main part above its panel at 100 %, where the page scrolls."""


class VerticalScroll(QScrollArea):
    """Scrolls up and down only; never narrower than what it holds.

    Attributes:
        content: the layout inside.
    """

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self.setWidgetResizable(True)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._grown = False
        inside = QWidget()
        theme.set_role(inside, "scrolled")
        self.content = QVBoxLayout(inside)
        self.content.setContentsMargins(0, 0, 0, 0)
        self.content.setSpacing(theme.px(theme.GAP_12))
        self.setWidget(inside)
        inside.installEventFilter(self)

    def grow(self, grown: bool) -> None:
        """Be as high as the content, and leave scrolling to the page around."""
        if grown != self._grown:
            self._grown = grown
            self.updateGeometry()

    def minimumSizeHint(self) -> QSize:
        """Return the width of the content; its height only when grown."""
        inside = self.widget()
        if inside is None:
            return super().minimumSizeHint()
        least = inside.minimumSizeHint()
        width = least.width() + self.verticalScrollBar().sizeHint().width()
        height = self._content_height() if self._grown else theme.px(120)
        return QSize(width, height)

    def sizeHint(self) -> QSize:
        """Return the width of the content; its height only when grown.

        Beside a part that wraps words a layout takes the hint for the least height: a long content would
        make the page longer than the window instead of scrolling here.
        """
        inside = self.widget()
        if inside is None:
            return super().sizeHint()
        hint = inside.sizeHint()
        height = self._content_height() if self._grown else min(hint.height(), theme.px(_USUAL_HEIGHT))
        return QSize(hint.width() + self.verticalScrollBar().sizeHint().width(), height)

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Tell the page around when the content wants another size."""
        if watched is self.widget() and event.type() == QEvent.Type.LayoutRequest:
            self.updateGeometry()
        return super().eventFilter(watched, event)

    def _content_height(self) -> int:
        inside = self.widget()
        if inside is None:
            return 0
        width = max(self.viewport().width(), inside.minimumSizeHint().width())
        wanted = self.content.totalHeightForWidth(width) if self.content.hasHeightForWidth() else 0
        return max(wanted, inside.sizeHint().height())


class Columns(QWidget):
    """A main part with a panel at its right and perhaps a navigation at its left.

    When there is no room for all beside each other, first the navigation goes, then the panel moves under
    the main part and the page scrolls: at 150 % and 200 % nothing is cut off.

    Args:
        main: the main part.
        side: the panel, usually a column of cards.
        nav: sections of the main part.
        side_width: width of the panel at 100 %.
        main_width: what the main part needs beside the panel, at 100 %.
        scrolls: whether the main part is long and scrolls by itself; False for a table.
        parent: the widget that owns it.
    """

    def __init__(
        self,
        main: QWidget,
        side: QWidget,
        *,
        nav: QWidget | None = None,
        side_width: int = 322,
        main_width: int = 520,
        scrolls: bool = False,
        parent: QWidget | None = None,
    ) -> None:
        super().__init__(parent)
        self._side_width, self._main_width = side_width, main_width
        self._nav = nav
        self._row = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._row.setContentsMargins(0, 0, 0, 0)
        self._row.setSpacing(theme.px(theme.GAP_12))
        self._areas: list[VerticalScroll] = []
        if nav is not None:
            self._row.addWidget(nav, 0, Qt.AlignmentFlag.AlignTop)
        self._main = self._area_of(main) if scrolls else main
        self._row.addWidget(self._main, 1)
        self._side = self._area_of(side)
        self._side.content.addStretch(1)
        self._row.addWidget(self._side)
        theme.notifier().changed.connect(self._arrange)
        self._arrange()

    def is_stacked(self) -> bool:
        """Return whether the panel stands under the main part."""
        return self._row.direction() == QBoxLayout.Direction.TopToBottom

    def scroll_to(self, widget: QWidget) -> None:
        """Bring a part of the main part into sight: where a navigation leads."""
        inside = self._main.widget() if isinstance(self._main, VerticalScroll) else None
        if inside is not None and isinstance(self._main, VerticalScroll):
            top = widget.mapTo(inside, widget.rect().topLeft()).y()
            self._main.verticalScrollBar().setValue(top)

    def scroll_up(self) -> None:
        """Show the beginning of every part: another item came into sight."""
        for area in self._areas:
            area.verticalScrollBar().setValue(0)

    def event(self, event: QEvent) -> bool:
        """Arrange anew when a part wants another size."""
        if event.type() == QEvent.Type.LayoutRequest:
            self._arrange()
        return super().event(event)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Arrange anew for the new width."""
        super().resizeEvent(event)
        self._arrange()

    def minimumSizeHint(self) -> QSize:
        """Return the least: the parts under each other, so that the window may become narrow."""
        least = super().minimumSizeHint()
        narrowest = max(theme.px(280), self._main.minimumSizeHint().width() if self.is_stacked() else 0)
        return QSize(narrowest, least.height())

    def _area_of(self, widget: QWidget) -> VerticalScroll:
        area = VerticalScroll()
        area.content.addWidget(widget)
        self._areas.append(area)
        return area

    def _arrange(self) -> None:
        gap = theme.px(theme.GAP_12)
        side, main = theme.px(self._side_width), theme.px(self._main_width)
        nav = self._nav.sizeHint().width() + gap if self._nav is not None else 0
        stacked = self.width() < main + gap + side
        if self._nav is not None:
            self._nav.setVisible(not stacked and self.width() >= nav + main + gap + side)
        direction = QBoxLayout.Direction.TopToBottom if stacked else QBoxLayout.Direction.LeftToRight
        self._row.setDirection(direction)
        for area in self._areas:
            area.grow(stacked)
        # A panel that needs its scroll bar gets the room for it on top of its width.
        self._side.setMinimumWidth(0 if stacked else side)
        self._side.setMaximumWidth(16_777_215 if stacked else side)
        if not isinstance(self._main, VerticalScroll):
            self._main.setMinimumHeight(self._least_height() if stacked else 0)

    def _least_height(self) -> int:
        """Return what the main part needs above its panel: a fixed height would squeeze what is higher."""
        layout = self._main.layout()
        least = self._main.minimumSizeHint().height()
        if layout is not None and layout.hasHeightForWidth():
            least = max(least, layout.minimumHeightForWidth(self._main.width()))
        return max(theme.px(_LEAST_MAIN), least)


def scrolled(page: QWidget) -> QScrollArea:
    """Return a page in a scroll area that appears only when the window is smaller than the page's least."""
    area = QScrollArea()
    area.setWidgetResizable(True)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area
