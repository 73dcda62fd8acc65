"""Which importer a file needs: by its kind on the command line and by its first line."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from inaproc_backend.importers.budget_lines import BudgetLineImporter
from inaproc_backend.importers.packages import PackageImporter
from inaproc_backend.importers.places import KlpdImporter, RegionImporter
from inaproc_backend.importers.products import ProductImporter
from inaproc_backend.importers.products_v6 import ProductRecordImporter
from inaproc_backend.importers.reading import FileUnreadable, Source
from inaproc_backend.importers.records import (
    Record,
    check_header,
    csv_records_after,
    json_records,
    read_header,
)
from inaproc_backend.importers.satker import SatkerImporter
from inaproc_backend.importers.seen import Seen
from inaproc_backend.importers.verdicts import Importer

KINDS = ("rup", "products", "satker", "klpd", "regions")
"""Kinds of the command line."""


@dataclass(frozen=True)
class Opened:
    """A file whose kind is settled: who reads it, and its records."""

    importer: Importer
    records: Iterator[Record]


def open_records(kind: str, source: Source, seen: Seen) -> Opened:
    """Settle how a file is read.

    Raises:
        FileUnreadable: the header does not belong to this kind of file.
    """
    if kind == "products" and source.begins_object():
        return Opened(ProductRecordImporter(), json_records(source))
    header = read_header(source)
    importer = _importer(kind, header, seen)
    try:
        check_header(source.path.name, header, importer.required)
    except FileUnreadable as error:
        error.facts["kind"] = kind
        raise
    return Opened(importer, csv_records_after(source, header))


def _importer(kind: str, header: Sequence[str], seen: Seen) -> Importer:
    if kind == "rup":
        # Both files of SiRUP come under one name; only packages have a name of their own.
        is_lines = "mak" in header and "nama_paket" not in header
        return BudgetLineImporter(seen) if is_lines else PackageImporter()
    by_kind: dict[str, Importer] = {
        "products": ProductImporter(),
        "satker": SatkerImporter(),
        "klpd": KlpdImporter(),
        "regions": RegionImporter(),
    }
    return by_kind[kind]
