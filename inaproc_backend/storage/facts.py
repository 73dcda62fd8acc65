"""Reading what the rules need to know: RUP, penyedia, products, satker and officials, as core facts."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Any

import msgspec
from sqlalchemy import Connection

from inaproc_backend.storage.statements import Statement
from inaproc_core.calendar import Zone
from inaproc_core.orders.facts import (
    OfficialFact,
    ProductFact,
    RupFact,
    SatkerFact,
    ShippingTariff,
    VendorFact,
)
from inaproc_core.roles import Role
from inaproc_core.tax import PpnTreatment
from inaproc_core.values import Quantity, Rupiah

_RUP_COLUMNS = """
    SELECT code, name, satker_id, year, pagu, reserved, committed, funding_source, announced, rev
    FROM rup WHERE code = :code
"""
_RUP = Statement(_RUP_COLUMNS)
_RUP_LOCKED = Statement(_RUP_COLUMNS + " /*pg FOR UPDATE*/")
_MAKS = Statement("SELECT mak FROM rup_lines WHERE rup_code = :code AND mak <> '' ORDER BY no")
_PRODUCT = Statement(
    """
    SELECT id, vendor_id, name, unit, price, listed, stock, minimum, weight_grams, ppn, pdn, tkdn, bmp, kbki,
           sku, brand, category, origin_region
    FROM products WHERE id = :id
    """
)
_VENDOR = Statement(
    """
    SELECT id, name, npwp, nib, address, pkp, umkk, region_code, representative, representative_position,
           bank_name, bank_account, bank_holder, tariffs, active, rev
    FROM vendors WHERE id = :id
    """
)
_SATKER = Statement(
    """
    SELECT s.id, s.code, s.name, COALESCE(k.name, ''), s.address, s.npwp, s.region_code, s.zone,
           s.rev
    FROM satker s LEFT JOIN klpd k ON k.code = s.klpd_code WHERE s.id = :id
    """
)
_OFFICIAL_COLUMNS = """
    SELECT a.user_id, a.id, a.role, p.name, p.nip, a.position, a.satker_id, p.active,
           a.valid_from, a.valid_to, a.revoked_at, a.rev
    FROM accesses a JOIN people p ON p.id = a.user_id
"""
_OFFICIAL = Statement(_OFFICIAL_COLUMNS + " WHERE a.id = :id")
_OFFICIALS = Statement(_OFFICIAL_COLUMNS + " WHERE a.satker_id = :satker_id ORDER BY a.id")

_TARIFFS = msgspec.json.Decoder(dict[str, ShippingTariff])


def load_rup(connection: Connection, code: str, *, lock: bool = False) -> tuple[RupFact, int] | None:
    """Return a RUP package with its money as of now and its revision, or ``None``.

    With ``lock`` it stays as it is until the transaction ends: for whoever decides by it.
    """
    row = (_RUP_LOCKED if lock else _RUP).one(connection, {"code": code})
    if row is None:
        return None
    maks = dict.fromkeys(str(line[0]) for line in _MAKS.all(connection, {"code": code}))
    fact = RupFact(
        code=row[0],
        name=row[1],
        satker_id=row[2],
        year=row[3],
        pagu=Rupiah(row[4]),
        reserved=Rupiah(row[5]),
        committed=Rupiah(row[6]),
        funding_source=row[7],
        maks=tuple(maks),
        announced=bool(row[8]),
    )
    return fact, int(row[9])


def load_products(connection: Connection, ids: Iterable[str]) -> Mapping[str, ProductFact]:
    """Return the products that exist, by id."""
    found: dict[str, ProductFact] = {}
    for product_id in dict.fromkeys(ids):
        row = _PRODUCT.one(connection, {"id": product_id})
        if row is not None:
            found[product_id] = ProductFact(
                id=row[0],
                vendor_id=row[1],
                name=row[2],
                unit=row[3],
                price=Rupiah(row[4]),
                listed=bool(row[5]),
                stock=Quantity(row[6]) if row[6] is not None else None,
                minimum=Quantity(row[7]),
                weight_grams=row[8],
                ppn=PpnTreatment(row[9]),
                pdn=bool(row[10]),
                tkdn=row[11],
                bmp=row[12],
                kbki=row[13],
                sku=row[14],
                brand=row[15],
                category=row[16],
                origin_region=row[17],
            )
    return found


def load_vendor(connection: Connection, vendor_id: str) -> tuple[VendorFact, int] | None:
    """Return a penyedia with its bank account, and its revision; or ``None``."""
    row = _VENDOR.one(connection, {"id": vendor_id})
    if row is None:
        return None
    fact = VendorFact(
        id=row[0],
        name=row[1],
        npwp=row[2],
        nib=row[3],
        address=row[4],
        pkp=bool(row[5]),
        umkk=bool(row[6]),
        region_code=row[7],
        representative=row[8],
        representative_position=row[9],
        bank_name=row[10],
        bank_account=row[11],
        bank_holder=row[12],
        tariffs=_tariffs(row[13]),
        active=bool(row[14]),
    )
    return fact, int(row[15])


def load_satker(connection: Connection, satker_id: str) -> tuple[SatkerFact, int] | None:
    """Return a satker as it is printed on documents, and its revision; or ``None``."""
    row = _SATKER.one(connection, {"id": satker_id})
    if row is None:
        return None
    fact = SatkerFact(
        id=row[0],
        code=row[1],
        name=row[2],
        klpd=row[3],
        address=row[4],
        npwp=row[5],
        region_code=row[6],
        zone=Zone(row[7]),
    )
    return fact, int(row[8])


def load_official(connection: Connection, access_id: str, today: date) -> OfficialFact | None:
    """Return an official's access, with whether it counts today; ``None`` if there is none."""
    found = load_official_row(connection, access_id, today)
    return found[0] if found is not None else None


def load_official_row(connection: Connection, access_id: str, today: date) -> tuple[OfficialFact, int] | None:
    """Return an official's access with its revision; ``None`` if there is none, or it is of no satker."""
    row = _OFFICIAL.one(connection, {"id": access_id})
    return _official(row, today) if row is not None and row[6] else None


def load_officials(connection: Connection, satker_id: str, today: date) -> list[tuple[OfficialFact, int]]:
    """Return all accesses of a satker's officials with their revisions, also those that no longer count."""
    return [_official(row, today) for row in _OFFICIALS.all(connection, {"satker_id": satker_id})]


def is_current(valid_from: str, valid_to: str, revoked_at: str | None, today: date) -> bool:
    """Return whether an access counts on a day: inside its dates and not revoked."""
    day = today.isoformat()
    return not revoked_at and (not valid_from or valid_from <= day) and (not valid_to or day <= valid_to)


def _official(row: tuple[Any, ...], today: date) -> tuple[OfficialFact, int]:
    user_id, access_id, role, name, nip, position, satker_id, alive, valid_from, valid_to, revoked_at, rev = (
        row
    )
    fact = OfficialFact(
        user_id=user_id,
        access_id=access_id,
        role=Role(role),
        name=name,
        nip=nip,
        position=position,
        satker_id=satker_id,
        active=bool(alive) and is_current(valid_from, valid_to, revoked_at, today),
    )
    return fact, int(rev)


@lru_cache(maxsize=512)
def _tariffs(stored: str) -> Mapping[str, ShippingTariff]:
    return _TARIFFS.decode(stored)
