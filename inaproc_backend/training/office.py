"""Building the training office, and building it anew."""

from __future__ import annotations

import csv
import gzip
import secrets
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from typing import Any

from sqlalchemy import Connection, Table, delete, func, insert, select

import resources
from inaproc_backend.accounts.accesses import access_entries
from inaproc_backend.catalogue.changes import products_changed
from inaproc_backend.catalogue.zones import zone_of
from inaproc_backend.feed.publish import Entry, publish
from inaproc_backend.feed.rows import official_entries, rup_entry, satker_entry, vendor_entry
from inaproc_backend.storage import tables
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.schema import read_meta, write_meta
from inaproc_backend.training.applicants import add_applicants
from inaproc_backend.training.businesses import add_registry
from inaproc_backend.training.goods import product_rows
from inaproc_backend.training.packages import package_rows
from inaproc_backend.training.people import add_people, people, user_id
from inaproc_backend.training.vault import Vault
from inaproc_backend.training.vocabulary import Office, Vendor, load_office
from inaproc_core.calendar import Zone, local_date
from inaproc_core.orders.facts import ShippingTariff
from inaproc_core.values import Rupiah
from inaproc_core.wire.codec import to_json

SEED = 2026
"""Seed of the office that ships."""

_BUILT = "training_office"

_CLEARED = (
    tables.document_revisions,
    tables.documents,
    tables.bast_numbers,
    tables.order_attachments,
    tables.order_events,
    tables.orders,
    tables.commands,
    tables.feed,
    tables.scope_head,
    tables.audit,
    tables.audit_head,
    tables.incidents,
    tables.imports,
    tables.rup_lines,
    tables.rup,
    tables.catalogue_index,
    tables.products,
    tables.request_history,
    tables.access_requests,
    tables.business_persons,
    tables.business_registry,
    tables.reminders,
    tables.accesses,
    tables.vendors,
    tables.satker,
    tables.klpd,
)
"""What a reset empties, referring tables first. Persons, sessions and certificates stay: who asked for the
reset is still signed in and their key still fits."""


def build_office(
    database: Database, *, now: datetime, hash_password: Callable[[str], str], vault: Vault, seed: int = SEED
) -> bool:
    """Make the office where there is none yet; safe to call at every start.

    Args:
        database: with its tables made.
        now: when; its local year is the budget year, and times of listing are counted back from it.
        hash_password: ``Passwords.hash``. It is called once: all people share one public password.
        vault: key of persons and store of files (``vault_of(services)``).
        seed: decides products, prices and packages.

    Returns:
        Whether it was built now; ``False`` when it stood already.
    """
    with database.write() as connection:
        if read_meta(connection, _BUILT):
            return False
        _build(connection, now, hash_password, vault, seed)
    return True


@dataclass(frozen=True, kw_only=True)
class Rebuilt:
    """What a reset leaves.

    Attributes:
        epoch: identity of the new history; clients that hold an older one fetch everything again.
        heads: scopes with their newest number, to wake whoever listens.
    """

    epoch: str
    heads: Mapping[str, int]


def reset(
    database: Database, *, now: datetime, hash_password: Callable[[str], str], vault: Vault, seed: int = SEED
) -> Rebuilt:
    """Throw away every order, document and import, and build the office anew, in one transaction."""
    epoch = secrets.token_hex(16)
    with database.write() as connection:
        for table in _CLEARED:
            connection.execute(delete(table))
        heads = _build(connection, now, hash_password, vault, seed)
        write_meta(connection, "epoch", epoch)
    return Rebuilt(epoch=epoch, heads=heads)


def _build(
    connection: Connection, now: datetime, hash_password: Callable[[str], str], vault: Vault, seed: int
) -> Mapping[str, int]:
    office = load_office()
    today = local_date(now, Zone(office.satker.zone))
    _add_regions(connection)
    connection.execute(
        insert(tables.klpd).values(
            code=office.klpd.code,
            name=office.klpd.name,
            kind=office.klpd.kind,
            region_code=office.klpd.region_code,
            year=today.year,
        )
    )
    connection.execute(insert(tables.satker).values(**_satker(office)))
    connection.execute(insert(tables.vendors), [_vendor(one) for one in office.vendors])
    add_people(connection, office, now, hash_password, vault)
    add_registry(connection, office, vault.person_key(connection), today)
    add_applicants(connection, office, now, vault)
    codes = _add_packages(connection, office, today.year, seed)
    rows = list(product_rows(office, now, seed))
    connection.execute(insert(tables.products), rows)
    products_changed(connection, [row["id"] for row in rows])
    write_meta(connection, _BUILT, f"{seed}/{today.isoformat()}")
    entries: list[Entry] = [satker_entry(connection, office.satker.id)]
    entries += official_entries(connection, office.satker.id, today)
    entries += [rup_entry(connection, code) for code in codes]
    entries += [vendor_entry(connection, one.id) for one in office.vendors]
    for person in people():
        entries += access_entries(connection, user_id(person.username), today)
    return publish(connection, entries)


def _satker(office: Office) -> dict[str, Any]:
    return {
        "id": office.satker.id,
        "sirup_number": office.satker.id,
        "code": office.satker.code,
        "name": office.satker.name,
        "klpd_code": office.klpd.code,
        "address": office.satker.address,
        "npwp": office.satker.npwp,
        "region_code": office.satker.region_code,
        "zone": office.satker.zone,
        "kind": "SKPD",
        "source": "latihan",
    }


def _vendor(one: Vendor) -> dict[str, Any]:
    tariffs = {courier: _tariff(prices) for courier, prices in one.tariffs.items()}
    return {
        "id": one.id,
        "name": one.name,
        "npwp": one.npwp,
        "nib": one.nib,
        "address": f"{one.street}, {one.postal_code}",
        "pkp": one.pkp,
        "umkk": one.umkk,
        "region_code": one.region_code,
        "representative": one.person,
        "representative_position": one.position,
        "bank_name": one.bank_name,
        "bank_account": one.bank_account,
        "bank_holder": one.name,
        "tariffs": to_json(tariffs).decode(),
        "simulation": True,
        "source": "latihan",
    }


def _tariff(prices: tuple[int, int, int, int]) -> ShippingTariff:
    minimum, regency, province, national = (Rupiah(price) for price in prices)
    return ShippingTariff(
        minimum=minimum, per_kg_regency=regency, per_kg_province=province, per_kg_national=national
    )


def _add_packages(connection: Connection, office: Office, year: int, seed: int) -> list[str]:
    codes: list[str] = []
    for row, maks in package_rows(office, year, seed):
        connection.execute(insert(tables.rup).values(**row))
        share, rest = divmod(int(row["pagu"]), len(maks))
        connection.execute(
            insert(tables.rup_lines),
            [
                {
                    "rup_code": row["code"],
                    "no": no,
                    "mak": mak,
                    "pagu": share + (rest if no == 1 else 0),
                    "funding_source": row["funding_source"],
                    "source": "latihan",
                }
                for no, mak in enumerate(maks, start=1)
            ],
        )
        codes.append(row["code"])
    return codes


def _add_regions(connection: Connection) -> None:
    if connection.execute(select(func.count()).select_from(tables.regions)).scalar_one():
        return
    _bulk(connection, tables.regions, _region_rows())


def _region_rows() -> Iterator[dict[str, str]]:
    with gzip.open(resources.path("data", "regions.csv.gz"), "rt", encoding="utf-8", newline="") as file:
        for code, name, level, parent in list(csv.reader(file))[1:]:
            yield {
                "code": code, "name": name, "level": level, "parent": parent, "zone": zone_of(code).value
            }  # fmt: skip


def _bulk(connection: Connection, table: Table, rows: Iterator[dict[str, str]]) -> None:
    connection.execute(insert(table), list(rows))
