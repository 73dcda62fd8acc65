"""Setting up the second factor: a QR code drawn here, the key as text, a code that confirms it."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QRectF, QSize, Qt, Signal
from PySide6.QtGui import QColor, QGuiApplication, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QSizePolicy, QVBoxLayout, QWidget

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.code_input import CodeInput

_SIDE = 246
_QUIET = 4
"""Light modules around the code that a reader needs (ISO/IEC 18004)."""


class QrPicture(QWidget):
    """A QR code: dark on white in both themes, because cameras fail on the inverse.

    Args:
        name: what is in it, for a screen reader.
        parent: the widget that owns it.
    """

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._rows: tuple[tuple[bool, ...], ...] = ()
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(name)

    def show_modules(self, rows: Sequence[Sequence[bool]]) -> None:
        """Show a code; none empties it."""
        self._rows = tuple(tuple(row) for row in rows)
        self.update()

    def sizeHint(self) -> QSize:
        """Return a size that a phone reads from an arm's length."""
        return QSize(theme.px(_SIDE), theme.px(_SIDE))

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw whole pixels only, so that modules stay equal."""
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor(Qt.GlobalColor.white))
        count = len(self._rows)
        if count:
            module = max(min(self.width(), self.height()) // (count + 2 * _QUIET), 1)
            left = (self.width() - module * count) // 2
            top = (self.height() - module * count) // 2
            for at, row in enumerate(self._rows):
                for place, dark in enumerate(row):
                    if dark:
                        box = QRectF(left + place * module, top + at * module, module, module)
                        painter.fillRect(box, QColor(Qt.GlobalColor.black))
        painter.end()


class SecondFactorSetup(QWidget):
    """QR code, key and the code that confirms.

    Args:
        name: prefix of object names.
        parent: the widget that owns it.

    Signals:
        code_given(str): six digits of the authenticator.
    """

    code_given = Signal(str)

    def __init__(self, name: str, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        layout = QHBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_24))
        self.picture = QrPicture(
            self.tr("Kode QR verifikasi dua langkah; kuncinya juga tertulis di sebelahnya")
        )
        self.picture.setObjectName(f"{name}.qr")
        layout.addWidget(self.picture, 0, Qt.AlignmentFlag.AlignTop)
        steps = QVBoxLayout()
        steps.setSpacing(theme.px(theme.GAP_8))
        steps.addWidget(
            parts.label(
                self.tr(
                    "1. Pasang aplikasi autentikator di ponsel, misalnya Aegis, Google Authenticator, atau "
                    "Microsoft Authenticator."
                ),
                wrap=True,
            )
        )
        steps.addWidget(
            parts.label(
                self.tr("2. Pindai kode QR ini, atau ketik kunci berikut ke dalam aplikasi."), wrap=True
            )
        )
        self.key = parts.label("", "strong", wrap=True, selectable=True)
        self.key.setObjectName(f"{name}.key")
        self.key.setAccessibleName(self.tr("Kunci verifikasi dua langkah"))
        self.copy = parts.button(self.tr("Salin kunci"), icon="copy")
        self.copy.setObjectName(f"{name}.copy_key")
        self.copy.clicked.connect(self._on_copy)
        steps.addWidget(self.key)
        steps.addWidget(parts.row(self.copy, None))
        self.code = CodeInput(
            self.tr("3. Ketik kode 6 angka yang tampil di aplikasi"),
            hint=self.tr("Kode berganti setiap 30 detik. Jam ponsel harus tepat."),
        )
        self.code.setObjectName(f"{name}.code")
        self.code.completed.connect(self.code_given)
        steps.addWidget(self.code)
        steps.addStretch(1)
        layout.addLayout(steps, 1)

    def show_setup(self, key: str, modules: Sequence[Sequence[bool]]) -> None:
        """Show a secret."""
        self.key.setText(key)
        self.copy.setText(self.tr("Salin kunci"))
        self.picture.show_modules(modules)
        self.code.show_value("")
        self.code.show_error("")

    def show_error(self, text: str) -> None:
        """Say why the code was not taken."""
        if text:
            self.code.clear()
        self.code.show_error(text)

    def forget(self) -> None:
        """Take the secret off the screen."""
        self.show_setup("", ())

    def _on_copy(self) -> None:
        QGuiApplication.clipboard().setText(self.key.text().replace(" ", ""))
        self.copy.setText(self.tr("Tersalin"))
