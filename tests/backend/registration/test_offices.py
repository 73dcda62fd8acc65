"""Finding satker and instansi as people type them."""

from __future__ import annotations

import pytest

from inaproc_backend.registration.offices import find_instansi, find_offices, load_office
from inaproc_backend.storage import tables
from inaproc_core.registration.vocabulary import AccessKind
from tests.backend.registration.house import House

NAMES = {
    "o-1": ("1.01.01", "Dinas Pendidikan dan Kebudayaan", "D999"),
    "o-2": ("1.02.01", "Dinas Kesehatan", "D999"),
    "o-3": ("1.02.02", "RSUD (Rumah Sakit)-Umum/Daerah", "D999"),
    "o-4": ("9.01", "Sekretariat Jenderal 100%", "D998"),
    "o-5": ("9.02", "Dinas_Garis", "D998"),
}


@pytest.fixture
def furnished(any_house: House) -> House:
    with any_house.services.database.write() as connection:
        for satker_id, (code, name, klpd) in NAMES.items():
            connection.execute(
                tables.satker.insert().values(id=satker_id, code=code, name=name, klpd_code=klpd)
            )
        connection.execute(
            tables.satker.insert().values(id="o-6", name="Dinas Lama", klpd_code="D999", active=False)
        )
    return any_house


def found(house: House, query: str, **more: str | int) -> list[str]:
    with house.services.database.read() as connection:
        offices = find_offices(connection, query, house.today, **more)  # type: ignore[arg-type]
    return [one.satker_id for one in offices if one.satker_id.startswith("o-")]


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("dinas kes", ["o-2"]),
        ("KEBUDAYAAN pendidikan", ["o-1"]),
        ("didikan", []),
        ("rumah daerah", ["o-3"]),
        ("sakit", ["o-3"]),
        ("umum", ["o-3"]),
        ("1.02", ["o-2", "o-3"]),
        ("1.02.02", ["o-3"]),
        ("100%", ["o-4"]),
        ("dinas_", ["o-5"]),
        ("\\", []),
        ("' OR 1=1 --", []),
        ("dinas lama", []),
    ],
)
def test_offices_are_found_by_beginnings_of_words_and_by_code(
    furnished: House, query: str, expected: list[str]
) -> None:
    assert sorted(found(furnished, query)) == expected


def test_one_instansi_narrows_the_search(furnished: House) -> None:
    assert found(furnished, "", klpd="D998") == ["o-5", "o-4"]
    assert found(furnished, "dinas", klpd="D998") == ["o-5"]
    assert len(found(furnished, "dinas", limit=0)) <= 1


def test_the_best_comes_first_and_the_path_is_told(furnished: House) -> None:
    with furnished.services.database.read() as connection:
        best = find_offices(connection, "9.01", furnished.today)[0]
        assert load_office(connection, "o-404", furnished.today) is None
    assert (best.satker_id, best.klpd_name, best.klpd_kind) == ("o-4", "Kementerian Simulasi", "KEMENTERIAN")
    assert best.people == 0
    sari = furnished.person("sari")
    furnished.access(sari, AccessKind.PPK, satker_id="o-4")
    furnished.access(sari, AccessKind.PP, satker_id="o-4", valid_to="2020-01-01")
    with furnished.services.database.read() as connection:
        known = load_office(connection, "o-4", furnished.today)
    assert known is not None and known.people == 1


@pytest.mark.parametrize(
    ("query", "kind", "expected"),
    [
        ("pemerintah kota", "", ["D999"]),
        ("simulasi", "", ["D998", "D999"]),
        ("simulasi", "KEMENTERIAN", ["D998"]),
        ("d998", "", ["D998"]),
        ("", "KOTA", ["D999"]),
        ("provinsi", "", []),
    ],
)
def test_instansi_are_found(furnished: House, query: str, kind: str, expected: list[str]) -> None:
    with furnished.services.database.read() as connection:
        rows = find_instansi(connection, query, kind=kind)
    assert sorted(row.code for row in rows) == expected
