"""Pictures that somebody registering hands in: drawn, legible, and marked SIMULASI. Nobody is on them."""

from __future__ import annotations

import random
from collections.abc import Sequence
from pathlib import Path

from PySide6.QtCore import QPointF, QRectF, Qt
from PySide6.QtGui import QColor, QFont, QImage, QPainter

_QUALITY = 92
_MARK = "SIMULASI"


def card(folder: Path, name: str, lines: Sequence[str]) -> Path:
    """Draw an identity card lying on a table; returns the file."""
    picture, painter = _table(1400, 980)
    plate = QRectF(170, 150, 1060, 680)
    painter.setBrush(QColor("#b9d3e6"))
    painter.setPen(QColor("#31506b"))
    painter.drawRoundedRect(plate, 36, 36)
    painter.setFont(QFont("Noto Sans", 30, QFont.Weight.Bold))
    painter.setPen(QColor("#12283c"))
    painter.drawText(QPointF(220, 230), f"KARTU TANDA PENDUDUK — {_MARK}")
    painter.setFont(QFont("Noto Sans", 24))
    for at, line in enumerate(lines):
        painter.drawText(QPointF(220, 310 + 62 * at), line)
    _face(painter, QPointF(1080, 470), 105)
    return _kept(picture, painter, folder / name)


def selfie(folder: Path, name: str, whose: str) -> Path:
    """Draw somebody looking into the camera; returns the file. No two people have the same one."""
    picture, painter = _table(900, 1200)
    _face(painter, QPointF(450, 560), 230)
    painter.setFont(QFont("Noto Sans", 26, QFont.Weight.Bold))
    painter.setPen(QColor("#12283c"))
    painter.drawText(QPointF(200, 1120), f"{_MARK} — {whose}")
    return _kept(picture, painter, folder / name)


def letter(folder: Path, name: str, lines: Sequence[str]) -> Path:
    """Draw a scanned letter; returns the file."""
    picture, painter = _table(1240, 1754)
    painter.setBrush(QColor("#f1f1ec"))
    painter.setPen(Qt.PenStyle.NoPen)
    painter.drawRect(QRectF(40, 40, 1160, 1674))
    painter.setPen(QColor("#1d1d1d"))
    painter.setFont(QFont("Noto Sans", 28, QFont.Weight.Bold))
    painter.drawText(QPointF(140, 190), lines[0])
    painter.setFont(QFont("Noto Sans", 22))
    for at, line in enumerate((*lines[1:], "", f"Dokumen {_MARK}, tanpa kekuatan hukum.")):
        painter.drawText(QPointF(140, 300 + 64 * at), line)
    return _kept(picture, painter, folder / name)


def _table(width: int, height: int) -> tuple[QImage, QPainter]:
    picture = QImage(width, height, QImage.Format.Format_RGB32)
    picture.fill(QColor("#8b8378"))
    painter = QPainter(picture)
    painter.setRenderHint(QPainter.RenderHint.Antialiasing)
    dice = random.Random(width * height)
    # Grain like that of a camera: a picture without any is smaller than a photograph can be.
    for _ in range(width * height // 14):
        tone = 116 + dice.randrange(44)
        painter.setPen(QColor(tone, tone - 6, tone - 14))
        painter.drawPoint(dice.randrange(width), dice.randrange(height))
    return picture, painter


def _face(painter: QPainter, middle: QPointF, size: float) -> None:
    painter.setPen(QColor("#4c372a"))
    painter.setBrush(QColor("#c99b78"))
    painter.drawEllipse(middle, size, size * 1.25)
    painter.setBrush(QColor("#2c2320"))
    for side in (-1, 1):
        painter.drawEllipse(middle + QPointF(side * size * 0.36, -size * 0.2), size * 0.09, size * 0.07)
    painter.drawLine(middle + QPointF(-size * 0.3, size * 0.55), middle + QPointF(size * 0.3, size * 0.55))


def _kept(picture: QImage, painter: QPainter, path: Path) -> Path:
    painter.end()
    if not picture.save(str(path), None, _QUALITY):
        message = f"{path} cannot be written"
        raise OSError(message)
    return path
