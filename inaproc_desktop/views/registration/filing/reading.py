"""Turning contents into pictures for the screen, off the UI thread."""

from __future__ import annotations

from PySide6.QtCore import QBuffer, QByteArray, QIODevice, QSize, Qt
from PySide6.QtGui import QImage, QImageReader, QImageWriter

from inaproc_desktop.views.widgets.pdf_pages import draw_page, page_sizes

_LONGEST = 1600
"""Points of the longer side of what is shown; what is sent is not touched."""

_PDF_SCALE = 1.6


def picture_of(content: bytes) -> QImage:
    """Return a picture to look at; a null one when the bytes are none. JPEG files are read at a fraction."""
    data = QBuffer()
    data.setData(QByteArray(content))
    data.open(QIODevice.OpenModeFlag.ReadOnly)
    reader = QImageReader(data)
    reader.setAutoTransform(True)
    size = reader.size()
    if max(size.width(), size.height()) > _LONGEST:
        wanted = size.scaled(QSize(_LONGEST, _LONGEST), Qt.AspectRatioMode.KeepAspectRatio)
        reader.setScaledSize(wanted)
    return reader.read()


def first_page_of(content: bytes) -> QImage:
    """Return the first page of a PDF.

    Raises:
        pypdfium2.PdfiumError: the bytes are no readable PDF.
    """
    if not page_sizes(content):
        return QImage()
    page = draw_page(content, 0, _PDF_SCALE)
    shared = QImage(page.pixels, page.width, page.height, page.stride, QImage.Format.Format_RGB32)
    return shared.copy()


def jpeg_of(image: QImage) -> bytes:
    """Return a picture of the clipboard or the camera as a JPEG of high quality."""
    data = QByteArray()
    buffer = QBuffer(data)
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    flat = image.convertToFormat(QImage.Format.Format_RGB32)
    writer = QImageWriter(buffer, QByteArray(b"jpeg"))
    writer.setQuality(95)
    writer.write(flat)
    buffer.close()
    return bytes(data.data())
