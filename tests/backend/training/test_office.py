"""The training office: the same for a seed, believable, complete, and nobody real in it."""

from __future__ import annotations

import re
from pathlib import Path
from typing import Any

import msgspec
import pytest
from sqlalchemy import func, select

from inaproc_backend.storage import tables
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.facts import (
    load_official,
    load_rup,
)
from inaproc_backend.storage.schema import read_meta
from inaproc_backend.training.goods import product_rows, round_price
from inaproc_backend.training.office import _CLEARED, build_office, reset
from inaproc_backend.training.packages import package_rows, quantile
from inaproc_backend.training.people import access_id, people, user_id
from inaproc_backend.training.vocabulary import PASSWORD, load_applicants, load_goods, load_office
from inaproc_core.identifiers import parse_maks, parse_nib, parse_nip, parse_npwp, parse_rup_code
from inaproc_core.orders.content import Courier
from inaproc_core.orders.facts import ShippingTariff
from tests.backend.training.conftest import VAULT, hashed, new_database
from tests.builders import NOW

KEPT = {
    "meta", "catalogue_meta", "regions", "people", "profiles", "profile_history", "credentials", "sessions",
    "access_tokens", "refresh_tokens", "devices", "challenges", "sign_in_attempts", "certificates", "ca_keys",
    "one_time_codes", "code_limits", "registrations", "consents", "outgoing_messages", "mailbox",
    "uploads", "upload_blocks", "files", "file_views", "security_events", "recovery_codes",
    "desk_views", "desk_decisions", "totp_enrolments", "factor_resets", "recoveries", "contact_changes",
}  # fmt: skip
"""Tables that a reset leaves alone, on purpose."""


OF_NO_SATKER = {"verifikator", "verinaproc1", "verinaproc2"}


def column(database: Database, selected: Any) -> list[Any]:
    with database.read() as connection:
        return list(connection.execute(selected).scalars())


def dump(database: Database) -> dict[str, list[Any]]:
    """Everything that a seed decides; the catalogue's sequence goes on over a reset."""
    names = (
        "klpd", "satker", "vendors", "people", "profiles", "accesses", "access_requests", "request_history",
        "business_registry", "business_persons", "files", "rup", "rup_lines", "products", "feed",
    )  # fmt: skip
    found: dict[str, list[Any]] = {}
    with database.read() as connection:
        for name in names:
            table = tables.metadata.tables[name]
            columns = [column for column in table.columns if (name, column.name) != ("products", "seq")]
            found[name] = sorted(map(tuple, connection.execute(select(*columns))))
    return found


def test_the_same_seed_builds_the_same_office(office: Database, tmp_path: Path) -> None:
    again = new_database(tmp_path)
    build_office(again, now=NOW, hash_password=hashed, vault=VAULT)
    assert dump(again) == dump(office)
    again.close()


def test_another_seed_builds_another_catalogue() -> None:
    data = load_office()
    prices = {seed: [row["price"] for row in product_rows(data, NOW, seed)] for seed in (1, 2)}
    assert prices[1] != prices[2]
    pagu = {seed: [row["pagu"] for row, _ in package_rows(data, 2026, seed)] for seed in (1, 2)}
    assert pagu[1] != pagu[2]


def test_a_standing_office_is_left_as_it_is(office: Database) -> None:
    def never(password: str) -> str:
        raise AssertionError(password)

    assert not build_office(office, now=NOW, hash_password=never, vault=VAULT)


def test_the_catalogue_is_big_and_whole(office: Database) -> None:
    with office.read() as connection:
        rows = connection.execute(select(tables.products)).mappings().all()
        indexed = connection.execute(select(func.count()).select_from(tables.catalogue_index)).scalar_one()
    assert len(rows) >= 5000
    assert indexed == len(rows)
    assert len({row["id"] for row in rows}) == len(rows)
    for row in rows:
        assert row["price"] >= 100
        assert row["minimum"] >= 100
        assert row["unit"] and row["brand"] and row["category"] and row["kbki"] and row["origin_region"]
        assert "{" not in row["name"]
        assert 0 <= row["tkdn"] <= 10_000 and 0 <= row["bmp"] <= 1500
        assert row["pdn"] or row["tkdn"] == 0
        assert row["weight_grams"] > 0 or row["stock"] is None, "what is not shipped has no stock to run out"
        assert row["published_at"] < NOW.isoformat()


def test_prices_spread_like_real_ones(office: Database) -> None:
    """The real unit prices of planned goods: tenth 15 thousand, median 170 thousand, ninetieth 27 million."""
    prices = sorted(column(office, select(tables.products.c.price)))
    tenth, median, ninetieth = (prices[int(len(prices) * level)] for level in (0.1, 0.5, 0.9))
    assert 10_000 <= tenth <= 60_000
    assert 100_000 <= median <= 1_000_000
    assert 3_000_000 <= ninetieth <= 40_000_000


def test_every_kind_of_goods_is_priced_around_its_median() -> None:
    rows = list(product_rows(load_office(), NOW, 2026))
    for kind in load_goods().kinds:
        prices = sorted(row["price"] for row in rows if row["id"].startswith(f"latihan-p-{kind.code}-"))
        assert len(prices) >= 18, kind.code
        assert kind.median / 3 <= prices[len(prices) // 2] <= kind.median * 3, kind.code


@pytest.mark.parametrize(
    ("price", "written"),
    [
        (3.2, 100),
        (149.0, 100),
        (151.0, 150),
        (54_321.0, 54_500),
        (54_200.0, 54_000),
        (9_432_100.0, 9_430_000),
        (1_234_567.0, 1_235_000),
    ],
)
def test_prices_are_written_as_sellers_write_them(price: float, written: int) -> None:
    assert round_price(price) == written or abs(round_price(price) - price) / price < 0.35


def test_every_penyedia_ships_and_some_pay_no_ppn(office: Database) -> None:
    with office.read() as connection:
        rows = connection.execute(select(tables.vendors)).mappings().all()
        sold: dict[str, int] = dict(
            connection.execute(
                select(tables.products.c.vendor_id, func.count()).group_by(tables.products.c.vendor_id)
            ).all()
        )
    assert len(rows) >= 8
    assert {row["pkp"] for row in rows} == {True, False}
    assert {row["umkk"] for row in rows} == {True, False}
    assert len({row["region_code"][:2] for row in rows}) >= 4
    for row in rows:
        tariffs = msgspec.json.decode(row["tariffs"], type=dict[str, ShippingTariff])
        assert set(tariffs) == {courier.value for courier in Courier}
        for tariff in tariffs.values():
            assert 0 < tariff.per_kg_regency < tariff.per_kg_province < tariff.per_kg_national
        assert sold[row["id"]] >= 100
        assert row["simulation"] and row["active"]


def test_numbers_are_well_formed_and_of_nobody(office: Database) -> None:
    data = load_office()
    for official in data.officials:
        assert parse_nip(official.nip)
    for npwp in (data.satker.npwp, *(vendor.npwp for vendor in data.vendors)):
        # Ninety-nine is no kind of taxpayer: such a number can be nobody's.
        assert parse_npwp(npwp).check_digit_agrees and npwp.startswith("099")
    for vendor in data.vendors:
        assert parse_nib(vendor.nib)
    regions = set(column(office, select(tables.regions.c.code)))
    for code in (data.satker.region_code, data.klpd.region_code, *(v.region_code for v in data.vendors)):
        assert code in regions


def test_nobody_could_take_the_people_for_real() -> None:
    found = people()
    assert [person.username for person in found] == [
        "pp", "ppk", "ppk2", "bendahara", "verifikator", "apip", "verinaproc1", "verinaproc2",
        *(f"penyedia{n}" for n in range(1, 9)),
    ]  # fmt: skip
    for name in [*(person.name for person in found), *(one.name for one in load_applicants())]:
        assert re.fullmatch(r"[A-Z][a-z]+ Latihan", name)
    for vendor in load_office().vendors:
        assert re.search(r"\b(Contoh|Latihan|Simulasi)\b", vendor.name)


def test_everybody_has_one_access_and_the_public_password(office: Database) -> None:
    with office.read() as connection:
        of_office = [one for one in load_office().officials if one.username not in OF_NO_SATKER]
        for official in of_office:
            fact = load_official(connection, access_id(official.username), NOW.date())
            found = fact[0] if isinstance(fact, tuple) else fact
            assert found is not None and found.active and found.role.value == official.role
        secrets = connection.execute(select(tables.credentials.c.password_hash)).scalars().all()
        marked = connection.execute(select(tables.people.c.simulation)).scalars().all()
    assert set(secrets) == {hashed(PASSWORD)}
    assert all(marked) and len(marked) == len(people()) + len(load_applicants())


def test_packages_cover_the_year_and_the_threshold(office: Database) -> None:
    with office.read() as connection:
        rows = connection.execute(select(tables.rup)).mappings().all()
        for row in rows:
            found = load_rup(connection, row["code"])
            assert found is not None
            assert parse_rup_code(row["code"]) and parse_maks(";".join(found[0].maks))
    this_year = [row for row in rows if row["year"] == 2026 and row["announced"]]
    assert len(this_year) >= 20
    assert sum(row["pagu"] > 500_000_000 for row in this_year) >= 4
    assert sum(abs(row["pagu"] - 200_000_000) <= 10_000_000 for row in this_year) >= 3
    nearly = [row for row in this_year if row["committed"] > 0.9 * row["pagu"]]
    assert len(nearly) == 1 and nearly[0]["pagu"] > nearly[0]["committed"]
    assert any(row["year"] == 2025 for row in rows)
    assert any(not row["announced"] for row in rows)


def test_lines_of_a_package_add_up_to_its_pagu(office: Database) -> None:
    lines = select(tables.rup_lines.c.rup_code, func.sum(tables.rup_lines.c.pagu)).group_by(
        tables.rup_lines.c.rup_code
    )
    with office.read() as connection:
        sums = dict(connection.execute(lines).all())
        pagu = dict(connection.execute(select(tables.rup.c.code, tables.rup.c.pagu)).all())
    assert sums == pagu


def test_quantiles_are_met_and_rise_between() -> None:
    points = load_office().generated_packages.quantiles
    for level, value in points[1:]:
        assert quantile(points, level) == pytest.approx(value)
    levels = [quantile(points, 0.5 + step / 100) for step in range(49)]
    assert levels == sorted(levels)


def test_the_year_is_that_of_the_offices_own_clock() -> None:
    data = load_office()
    assert all(row["year"] == 2027 for row, _ in package_rows(data, 2027, 1) if row["code"] != "99000012")


def test_a_reset_begins_a_new_history(tmp_path: Path) -> None:
    database = new_database(tmp_path)
    build_office(database, now=NOW, hash_password=hashed, vault=VAULT)
    before = dump(database)
    with database.write() as connection:
        connection.execute(tables.rup.update().values(reserved=1))
        connection.execute(tables.products.update().values(price=7))
        connection.execute(tables.satker.insert().values(id="77", name="Impor"))
    rebuilt = reset(database, now=NOW, hash_password=hashed, vault=VAULT)
    assert dump(database) == before
    with database.read() as connection:
        assert read_meta(connection, "epoch") == rebuilt.epoch != "first"
    assert rebuilt.heads["satker/990001"] == len([row for row in before["feed"] if row[0] == "satker/990001"])
    assert rebuilt.heads[f"user/{user_id('pp')}"] == 1
    database.close()


def test_a_reset_knows_every_table() -> None:
    cleared = {table.name for table in _CLEARED}
    assert cleared | KEPT == set(tables.metadata.tables)
    assert not cleared & KEPT
