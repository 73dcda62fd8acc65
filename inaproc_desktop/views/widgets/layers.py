"""Parts of a page of which one is in sight at a time: list or detail, content or "loading"."""

from __future__ import annotations

from PySide6.QtCore import QSize
from PySide6.QtWidgets import QStackedWidget


class Layers(QStackedWidget):
    """A stack that asks for no more than the part in sight needs at least.

    Qt's own stack is as high as its highest part would like to be with all its wrapped words, so a page
    around it scrolls although everything fits; here what is inside scrolls first.
    """

    def hasHeightForWidth(self) -> bool:
        """Keep the wishes of wrapped words inside."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return what the part in sight needs."""
        shown = self.currentWidget()
        return shown.minimumSizeHint() if shown is not None else super().minimumSizeHint()

    def sizeHint(self) -> QSize:
        """Return the same: more is taken when there is more."""
        return self.minimumSizeHint()
