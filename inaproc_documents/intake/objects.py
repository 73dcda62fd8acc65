"""Every object of a PDF, looked at for what acts, hides or reaches outside. Sections are of ISO 32000-2."""

from __future__ import annotations

import re
from typing import Any

from inaproc_core.errors import refuse

_MOST_ITEMS = 400_000
_DEEPEST = 60

_ACTIONS = frozenset(
    {
        *("/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Movie", "/Sound", "/Rendition"),
        *("/RichMediaExecute", "/GoTo3DView", "/GoToDp", "/Thread"),
    }
)
"""Action types (12.6.4) that leave the page, the file or the machine."""

_MEDIA = frozenset({"/RichMedia", "/Movie", "/Sound", "/Screen", "/3D", "/U3D", "/PRC", "/Projection"})
_SCHEMES = re.compile(r"\s*(?:https?|mailto|tel):", re.IGNORECASE)
_HAS_SCHEME = re.compile(r"\s*[a-z][a-z0-9+.-]*:", re.IGNORECASE)


class ObjectWalk:
    """Looks at objects one by one and keeps count.

    Attributes:
        signed: a signature was among them.
    """

    def __init__(self, max_pixels: int) -> None:
        """Begin.

        Args:
            max_pixels: points that a picture may have.
        """
        self.signed = False
        self._most_pixels = max_pixels
        self._left = _MOST_ITEMS
        self._action = ""

    def finish(self) -> None:
        """Say that everything was visited: an action is refused only when nothing graver was found.

        Raises:
            Refused: ``file.pdf_action``.
        """
        if self._action:
            refuse("file.pdf_action", action=self._action)

    def visit(self, item: Any, depth: int = 0) -> None:
        """Look at an object and at what stands directly in it; what it refers to is listed on its own.

        Raises:
            Refused: as ``pdf.check_pdf``.
        """
        import pikepdf  # late: loaded by whoever opened the file

        self._left -= 1
        if self._left < 0 or depth > _DEEPEST:
            refuse("file.pdf_too_complex")
        children: list[Any]
        if isinstance(item, pikepdf.Stream):
            self._stream(item)
            children = [item.stream_dict]
        elif isinstance(item, pikepdf.Dictionary):
            self._dictionary(item)
            children = [item[key] for key in item.keys()]  # noqa: SIM118 - iterating it yields no keys
        elif isinstance(item, pikepdf.Array):
            children = list(item)
        else:
            return
        for child in children:
            if isinstance(child, pikepdf.Object) and not child.is_indirect:
                self.visit(child, depth + 1)

    def is_stream(self, item: Any) -> bool:
        """Return whether an object has a stream."""
        import pikepdf  # late: loaded by whoever opened the file

        return isinstance(item, pikepdf.Stream)

    def unfolded(self, stream: Any) -> bytes:
        """Return what a stream holds, decoded unless it is a picture or of an unknown filter."""
        import pikepdf  # late: loaded by whoever opened the file

        try:
            return bytes(stream.read_bytes(pikepdf.StreamDecodeLevel.specialized))
        except pikepdf.PdfError as error:
            if "memory" in str(error):
                refuse("file.pdf_unfolds")
            return bytes(stream.read_raw_bytes())

    def _stream(self, stream: Any) -> None:
        # A stream's file key is another file; a dictionary's is a flag word or a name (7.3.8.2).
        if any(key in stream for key in ("/F", "/FFilter", "/FDecodeParms", "/OPI")) or "/Ref" in stream:
            refuse("file.pdf_external")
        if _name(stream, "/Subtype") == "/PS":
            refuse("file.pdf_script")
        width, height = _whole(stream, "/Width"), _whole(stream, "/Height")
        if width * height > self._most_pixels:
            refuse("file.too_many_pixels", width=width, height=height, most=self._most_pixels)

    def _dictionary(self, item: Any) -> None:
        keys = set(item.keys())
        kind, action = _name(item, "/Type"), _name(item, "/S")
        if keys & {"/JS", "/JavaScript"} or action in {"/JavaScript", "/JS"}:
            refuse("file.pdf_script")
        if keys & {"/EmbeddedFiles", "/EF", "/Collection"} or kind == "/EmbeddedFile":
            refuse("file.pdf_attachment")
        if _name(item, "/Subtype") == "/FileAttachment":
            refuse("file.pdf_attachment")
        if "/XFA" in keys:
            refuse("file.pdf_xfa")
        if "/RichMediaContent" in keys or _name(item, "/Subtype") in _MEDIA:
            refuse("file.pdf_rich_media")
        if "/AA" in keys:
            self._note("AA")
        if action in _ACTIONS and kind != "/StructElem":
            self._note(action[1:])
        if "/OpenAction" in keys:
            self._opening(item["/OpenAction"])
        if "/URI" in keys and kind != "/Catalog":
            self._link(item["/URI"])
        self.signed |= kind == "/Sig" or (_name(item, "/FT") == "/Sig" and "/V" in keys)

    def _opening(self, action: Any) -> None:
        """Office programs open a file at its first page; anything else that starts by itself is refused."""
        import pikepdf  # late: loaded by whoever opened the file

        if not isinstance(action, pikepdf.Dictionary) or _name(action, "/S") == "/GoTo":
            return
        self._note("OpenAction")

    def _link(self, target: Any) -> None:
        """Links to pages of the web are common in letters, and lead nowhere by themselves."""
        text = bytes(target).decode("latin-1") if not isinstance(target, str) else target
        if _HAS_SCHEME.match(text) and not _SCHEMES.match(text):
            self._note("URI")

    def _note(self, action: str) -> None:
        self._action = self._action or action


def _name(item: Any, key: str) -> str:
    import pikepdf  # late: loaded by whoever opened the file

    found = item.get(key)
    return str(found) if isinstance(found, pikepdf.Name) else ""


def _whole(item: Any, key: str) -> int:
    try:
        return max(int(item.get(key, 0)), 0)
    except (TypeError, ValueError):
        return 0
