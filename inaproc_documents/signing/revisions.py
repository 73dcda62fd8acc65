"""What one revision of a PDF changed, judged strictly: a signature in a waiting field, or nothing.

pyHanko's own policy also allows new fields, form values, metadata and security stores. Our documents have
their fields from the start and our signer writes nothing else, so everything else is refused here.
"""

from __future__ import annotations

from typing import Any

from pyhanko.pdf_utils.generic import DictionaryObject, IndirectObject, PdfObject, StreamObject
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.diff_analysis import (
    CatalogModificationRule,
    DiffResult,
    FormUpdatingRule,
    ModificationLevel,
    SigFieldCreationRule,
    SigFieldModificationRule,
    StandardDiffPolicy,
)

STRICT_POLICY = StandardDiffPolicy(
    global_rules=[
        CatalogModificationRule(  # type: ignore[no-untyped-call]
            ignored_keys=frozenset({"/Extensions", "/Perms", "/Version"})
        )
    ],
    form_rule=FormUpdatingRule(
        field_rules=[
            SigFieldCreationRule(approve_widget_bindings=False),  # type: ignore[no-untyped-call]
            SigFieldModificationRule(
                allow_in_place_appearance_stream_changes=False,
                always_modifiable=frozenset(),
                value_update_keys=frozenset({"/AP", "/V"}),
            ),
        ],
        ignored_acroform_keys=frozenset(),
    ),
    ignore_orphaned_objects=False,
    ignore_identical_objects=False,
)

_VERSION = "/2.0"
"""What a signature by an elliptic curve declares (ISO/TS 32002)."""

_ACTIVE_KEYS = frozenset(
    {
        "/JS",
        "/JavaScript",
        "/OpenAction",
        "/AA",
        "/XFA",
        "/RichMediaContent",
        "/EmbeddedFile",
        "/EmbeddedFiles",
    }
)
_ACTIVE_KINDS = frozenset(
    {"/JavaScript", "/Launch", "/SubmitForm", "/ImportData", "/GoToR", "/GoToE", "/Rendition", "/RichMedia"}
)


def only_signature_added(reader: PdfFileReader, base: PdfFileReader) -> str | None:
    """Return the field that one further revision signed, or ``None`` when it did anything else.

    Args:
        reader: the file; its bytes begin with those of ``base``.
        base: the stored revision.
    """
    before = base.xrefs.total_revisions
    if reader.xrefs.total_revisions != before + 1:
        return None
    # The new cross-reference must continue the stored one, not an older one that knows less.
    if reader.xrefs.get_startxref_for_revision(before - 1) != base.last_startxref:
        return None
    result = STRICT_POLICY.review_file(reader, base_revision=before - 1)
    if not isinstance(result, DiffResult) or result.modification_level > ModificationLevel.FORM_FILLING:
        return None
    fields = result.changed_form_fields
    if len(fields) != 1 or not _catalog_is_plain(reader, base):
        return None
    return str(next(iter(fields)))


def active_content(reader: PdfFileReader) -> str:
    """Return what in a file could act by itself (scripts, launches, embedded files), empty if nothing can."""
    for revision in range(reader.xrefs.total_revisions):
        resolver = reader.get_historical_resolver(revision)
        for reference in reader.xrefs.explicit_refs_in_revision(revision):
            found = _active(resolver(reference), 0)
            if found:
                return found
    return _active(reader.trailer_view, 0)


def _active(value: PdfObject, depth: int) -> str:
    if depth > 60 or isinstance(value, IndirectObject):
        return ""
    if isinstance(value, DictionaryObject):
        for key in value:
            if str(key) in _ACTIVE_KEYS:
                return str(key)
            inner = value.raw_get(key)
            if key == "/S" and str(inner) in _ACTIVE_KINDS:
                return str(inner)
            found = _active(inner, depth + 1)
            if found:
                return found
    elif isinstance(value, list):
        for index in range(len(value)):
            found = _active(_raw(value, index), depth + 1)
            if found:
                return found
    return ""


def _raw(array: Any, index: int) -> PdfObject:
    item: PdfObject = array.raw_get(index) if hasattr(array, "raw_get") else array[index]
    return item


def _catalog_is_plain(reader: PdfFileReader, base: PdfFileReader) -> bool:
    """Check the entries of the catalog that a signature may write: what they hold, to the last key."""
    root, old = reader.root, base.root
    if root.get("/Version", _VERSION) not in (_VERSION, old.get("/Version")):
        return False
    if "/Perms" in old:
        if old.raw_get("/Perms") != root.raw_get("/Perms"):
            return False
    elif "/Perms" in root:
        perms = root.raw_get("/Perms")
        if not isinstance(perms, DictionaryObject) or list(perms) != ["/DocMDP"]:
            return False
        certified = perms.raw_get("/DocMDP")
        newest = reader.embedded_regular_signatures[-1].sig_field.raw_get("/V")
        if certified != newest:
            return False
    return "/Extensions" not in root or _is_declaration(root.raw_get("/Extensions"), 0)


def _is_declaration(value: PdfObject, depth: int) -> bool:
    """Return whether a value is plain data: no reference, no stream, not deep."""
    if isinstance(value, IndirectObject | StreamObject) or depth > 4:
        return False
    if isinstance(value, DictionaryObject):
        return all(_is_declaration(value.raw_get(key), depth + 1) for key in value)
    if isinstance(value, list):
        return all(_is_declaration(_raw(value, index), depth + 1) for index in range(len(value)))
    return True
