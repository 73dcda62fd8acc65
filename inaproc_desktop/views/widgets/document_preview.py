"""A PDF as it will be, inside the application: pages drawn off the UI thread, signature stamps included."""

from __future__ import annotations

from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import QRect, QSize, Qt, QTimer, Signal
from PySide6.QtGui import QColor, QImage, QPainter, QPaintEvent
from PySide6.QtWidgets import QHBoxLayout, QScrollArea, QSizePolicy, QStackedLayout, QVBoxLayout, QWidget

from inaproc_desktop.ports.ui import CancelToken, Lane, Runner
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.pdf_pages import DrawnPage, draw_page, page_sizes

_POINTS_PER_INCH = 72
_PIXELS_PER_INCH = 96
_ZOOMS = (50, 75, 100, 125, 150, 200, 300)
_FIT = 0


@dataclass(frozen=True)
class _Sheet:
    """A page's size in points."""

    width: float
    height: float


class _Work:
    """The jobs of the document in sight; outlives the widget, to stop them when it goes."""

    def __init__(self) -> None:
        self.token = CancelToken()

    def renew(self) -> None:
        """Drop the jobs of the former document."""
        self.token.cancel()
        self.token = CancelToken()

    def stop(self) -> None:
        """Drop all jobs."""
        self.token.cancel()


class _Paper(QWidget):
    """One page: white until it is drawn."""

    def __init__(self, sheet: _Sheet, number: int) -> None:
        super().__init__()
        self._sheet = sheet
        self._image: QImage | None = None
        self.drawn_at = 0.0
        self.setSizePolicy(QSizePolicy.Policy.Fixed, QSizePolicy.Policy.Fixed)
        self.setAccessibleName(self.tr("Halaman {number}").format(number=number))

    def show_scale(self, scale: float) -> None:
        """Take the size of the page at a zoom; 1.0 is 96 pixels per inch."""
        unit = scale * _PIXELS_PER_INCH / _POINTS_PER_INCH
        self.setFixedSize(QSize(round(self._sheet.width * unit), round(self._sheet.height * unit)))

    def show_page(self, page: DrawnPage, scale: float) -> None:
        """Show the drawn page."""
        shared = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
        self._image = shared.copy()
        self.drawn_at = scale
        self.update()

    def forget(self) -> None:
        """Drop the picture of a page that is far out of sight."""
        self._image, self.drawn_at = None, 0.0

    def paintEvent(self, _event: QPaintEvent) -> None:
        """Draw the page on white paper, whatever the theme."""
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.SmoothPixmapTransform)
        painter.fillRect(self.rect(), QColor("#FFFFFF"))
        if self._image is not None:
            painter.drawImage(self.rect(), self._image)
        painter.setPen(QColor(theme.colours().line))
        painter.drawRect(self.rect().adjusted(0, 0, -1, -1))
        painter.end()


class DocumentPreview(QWidget):
    """Shows a PDF page under page, with zoom and page number.

    Args:
        name: what document it is, for a screen reader.
        runner: draws pages on its network lane.
        parent: the widget that owns it.

    Signals:
        page_shown(int, int): the page in sight and how many there are, from 1.
        failed(str): the file could not be read; technical detail.
    """

    page_shown = Signal(int, int)
    failed = Signal(str)

    def __init__(self, name: str, runner: Runner, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._runner = runner
        self._pdf = b""
        self._papers: list[_Paper] = []
        self._work = _Work()
        self.destroyed.connect(self._work.stop)
        self._pending: set[int] = set()
        self._zoom = _FIT
        self._shown_page = 0
        self._build(name)
        self._soon = QTimer(self)
        self._soon.setSingleShot(True)
        self._soon.setInterval(30)
        self._soon.timeout.connect(self._draw_visible)
        self._area.verticalScrollBar().valueChanged.connect(self._on_scrolled)
        theme.notifier().changed.connect(self.update)

    def _build(self, name: str) -> None:
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.setSpacing(theme.px(theme.GAP_8))
        self._indicator = parts.label("", "muted")
        self._percent = parts.label("", "muted")
        self._smaller = parts.icon_button(self.tr("Perkecil"), "minus")
        self._larger = parts.icon_button(self.tr("Perbesar"), "add")
        self._fit = parts.button(self.tr("Selebar halaman"), "quiet")
        self._smaller.setShortcut("Ctrl+-")
        self._larger.setShortcut("Ctrl++")
        self._smaller.clicked.connect(lambda: self._step(-1))
        self._larger.clicked.connect(lambda: self._step(1))
        self._fit.clicked.connect(lambda: self.show_zoom(_FIT))
        self._bar = parts.row(
            self._indicator, None, self._smaller, self._percent, self._larger, self._fit, gap=4
        )
        outer.addWidget(self._bar)
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setAccessibleName(name)
        self._area.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self._sheets = QWidget()
        theme.set_role(self._sheets, "scrolled")
        self._column = QVBoxLayout(self._sheets)
        self._column.setContentsMargins(0, 0, 0, 0)
        self._column.setSpacing(theme.px(theme.GAP_12))
        self._area.setWidget(self._sheets)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._words = parts.label("", "muted", wrap=True)
        self._words.setAlignment(Qt.AlignmentFlag.AlignCenter)
        layers = QWidget()
        self._layers = QStackedLayout(layers)
        self._layers.addWidget(self._words)
        self._layers.addWidget(self._area)
        outer.addWidget(layers, 1)
        self._bar.hide()

    # ---- for screens

    def show_document(self, pdf: bytes) -> None:
        """Show a PDF; the page in sight stays when the same document comes in a new revision."""
        self.clear()
        self._pdf = pdf
        self.show_message(self.tr("Menyiapkan pratinjau…"))
        self._runner.submit(
            Lane.NETWORK,
            page_sizes,
            pdf,
            on_done=self._lay_pages,
            on_error=self._on_failed,
            cancel=self._work.token,
        )

    def show_message(self, text: str) -> None:
        """Show words in place of a document."""
        self._words.setText(text)
        self._layers.setCurrentWidget(self._words)
        self._bar.hide()

    def clear(self) -> None:
        """Show nothing and drop what is being drawn."""
        self._work.renew()
        self._pending.clear()
        self._pdf = b""
        self._papers = []
        self._shown_page = 0
        parts.clear(self._column)
        self.show_message("")

    def show_zoom(self, percent: int) -> None:
        """Show pages at a zoom in percent; 0 fits their width."""
        self._zoom = percent
        fits = percent == _FIT
        policy = Qt.ScrollBarPolicy.ScrollBarAlwaysOff if fits else Qt.ScrollBarPolicy.ScrollBarAsNeeded
        self._area.setHorizontalScrollBarPolicy(policy)
        self._resize_papers()

    def page_count(self) -> int:
        """Return how many pages there are."""
        return len(self._papers)

    def is_drawn(self) -> bool:
        """Return whether the page in sight stands on screen with its content."""
        return bool(self._shown_page) and self._papers[self._shown_page - 1].drawn_at > 0

    def resizeEvent(self, event: object) -> None:
        """Keep the width fitted."""
        super().resizeEvent(event)  # type: ignore[arg-type]  # Qt hands its own event
        if self._zoom == _FIT:
            self._resize_papers()

    # ---- inside

    def _lay_pages(self, sizes: list[tuple[float, float]]) -> None:
        self._papers = [_Paper(_Sheet(*size), number) for number, size in enumerate(sizes, start=1)]
        for paper in self._papers:
            line = QWidget()
            row = QHBoxLayout(line)
            row.setContentsMargins(0, 0, 0, 0)
            row.addWidget(paper, 0, Qt.AlignmentFlag.AlignHCenter)
            self._column.addWidget(line)
        self._column.addStretch(1)
        self._layers.setCurrentWidget(self._area)
        self._bar.show()
        self._resize_papers()

    def _scale(self) -> float:
        if self._zoom:
            return self._zoom / 100
        widest = max((paper._sheet.width for paper in self._papers), default=1.0)
        # The room beside the scroll bar, there or not: else pages change their width as it comes and goes.
        bar = self._area.verticalScrollBar().sizeHint().width()
        room = self._area.width() - 2 * self._area.frameWidth() - bar - theme.px(4)
        return max(room / (widest * _PIXELS_PER_INCH / _POINTS_PER_INCH), 0.2)

    def _resize_papers(self) -> None:
        if not self._papers:
            return
        scale = self._scale()
        for paper in self._papers:
            paper.show_scale(scale)
        self._percent.setText(f"{round(scale * 100)} %")
        self._soon.start()

    def _step(self, direction: int) -> None:
        now = round(self._scale() * 100)
        further = [zoom for zoom in _ZOOMS if (zoom > now if direction > 0 else zoom < now)]
        if further:
            self.show_zoom(further[0] if direction > 0 else further[-1])

    def _on_scrolled(self) -> None:
        self._tell_page()
        self._soon.start()

    def _visible(self) -> list[int]:
        view = self._area.viewport().rect()
        near = view.adjusted(0, -view.height(), 0, view.height())
        found = []
        for at, paper in enumerate(self._papers):
            corner = paper.mapTo(self._area.viewport(), paper.rect().topLeft())
            if near.intersects(QRect(corner, paper.size())):
                found.append(at)
        return found

    def _draw_visible(self) -> None:
        scale = self._scale() * self.devicePixelRatioF()
        visible = self._visible()
        for at, paper in enumerate(self._papers):
            if at not in visible:
                paper.forget()
        for at in visible:
            if self._papers[at].drawn_at != scale and at not in self._pending:
                self._pending.add(at)
                self._runner.submit(
                    Lane.NETWORK,
                    draw_page,
                    self._pdf,
                    at,
                    scale * _PIXELS_PER_INCH / _POINTS_PER_INCH,
                    on_done=partial(self._on_drawn, at, scale),
                    on_error=self._on_failed,
                    cancel=self._work.token,
                )
        self._tell_page()

    def _on_drawn(self, at: int, scale: float, page: DrawnPage) -> None:
        self._pending.discard(at)
        self._papers[at].show_page(page, scale)
        if scale != self._scale() * self.devicePixelRatioF():
            self._soon.start()

    def _on_failed(self, error: Exception) -> None:
        self.show_message(
            self.tr("Dokumen ini tidak dapat ditampilkan. Berkasnya mungkin rusak; unduh ulang.")
        )
        self.failed.emit(f"{type(error).__name__}: {error}")

    def _tell_page(self) -> None:
        middle = self._area.viewport().height() // 2
        shown = 1
        for at, paper in enumerate(self._papers, start=1):
            if paper.mapTo(self._area.viewport(), paper.rect().topLeft()).y() <= middle:
                shown = at
        text = self.tr("Halaman {page} dari {count}").format(page=shown, count=len(self._papers))
        self._indicator.setText(text)
        if shown != self._shown_page and self._papers:
            self._shown_page = shown
            self.page_shown.emit(shown, len(self._papers))
