"""Supporting documents of an order, as both sides see them: a card that is there when there are any."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QCoreApplication, Qt, Signal
from PySide6.QtWidgets import QHBoxLayout, QVBoxLayout, QWidget

from inaproc_core.orders.content import Attachment, AttachmentKind
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import parts
from inaproc_desktop.views.widgets.card import Card
from inaproc_desktop.views.widgets.marks import IconMark

_ENDINGS = {"application/pdf": "PDF", "image/jpeg": "JPG", "image/png": "PNG"}


def attachment_kind(kind: AttachmentKind) -> str:
    """Return what a supporting document is."""
    match kind:
        case AttachmentKind.KAK:
            return QCoreApplication.translate("Attachments", "KAK")
        case AttachmentKind.SPECIFICATION:
            return QCoreApplication.translate("Attachments", "Spesifikasi teknis")
        case AttachmentKind.HPS:
            return QCoreApplication.translate("Attachments", "HPS")
        case AttachmentKind.PRICE_REFERENCE:
            return QCoreApplication.translate("Attachments", "Referensi harga")
        case AttachmentKind.OTHER:
            return QCoreApplication.translate("Attachments", "Dokumen lain")


def attachment_note(attachment: Attachment) -> str:
    """Return kind, type, size, and who sees it, in one line."""
    words = [
        attachment_kind(attachment.kind),
        _ENDINGS.get(attachment.media_type, ""),
        fmt.file_size(attachment.size),
        QCoreApplication.translate("Attachments", "hanya satker") if attachment.internal else "",
    ]
    return " · ".join(word for word in words if word)


class AttachmentsCard(Card):
    """Dokumen pendukung of one order; hidden while it has none.

    Signals:
        open_asked(str, object): the order's id and the ``Attachment``.
    """

    open_asked = Signal(str, object)

    def __init__(self, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.setObjectName("attachments")
        self.show_title(self.tr("Dokumen pendukung"))
        self._shown: tuple[str, tuple[Attachment, ...]] = ("", ())
        self.hide()

    def show_attachments(self, order_id: str, attachments: Sequence[Attachment]) -> None:
        """Show the documents that the reader may see."""
        wanted = (order_id, tuple(attachments))
        if wanted == self._shown:
            return
        self._shown = wanted
        parts.clear(self.body)
        for number, attachment in enumerate(attachments, start=1):
            if number > 1:
                self.body.addWidget(parts.rule())
            self.body.addWidget(self._row(number, order_id, attachment))
        parts.show_or_hide(self, bool(attachments))

    def _row(self, number: int, order_id: str, attachment: Attachment) -> QWidget:
        name = parts.label(attachment.name, "strong", wrap=True, selectable=True)
        note = parts.label(attachment_note(attachment), "small", wrap=True)
        opening = parts.button(self.tr("Buka"), "quiet", "eye")
        opening.setObjectName(f"attachments.open.{number}")
        opening.setAccessibleName(self.tr("Buka {name}").format(name=attachment.name))
        opening.clicked.connect(lambda: self.open_asked.emit(order_id, attachment))
        box = QWidget()
        layout = QHBoxLayout(box)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_8))
        words = QVBoxLayout()
        words.setSpacing(theme.px(theme.GAP_4))
        words.addWidget(name)
        words.addWidget(note)
        layout.addWidget(IconMark("document", "muted", 18), 0, Qt.AlignmentFlag.AlignTop)
        layout.addLayout(words, 1)
        layout.addWidget(opening, 0, Qt.AlignmentFlag.AlignTop)
        return box
