"""The house on SQLite for every test, and on PostgreSQL for those that ask for any of both."""

from __future__ import annotations

import pytest

from inaproc_backend.storage import tables
from tests.backend.office import Office
from tests.backend.registration.house import House


def _furnished(office: Office) -> House:
    with office.services.database.write() as connection:
        klpd, satker = tables.klpd, tables.satker
        connection.execute(klpd.update().values(kind="KOTA", name="Pemerintah Kota Simulasi"))
        connection.execute(klpd.insert().values(code="D998", name="Kementerian Simulasi", kind="KEMENTERIAN"))
        connection.execute(
            satker.insert().values(id="s-9", code="9.09", name="Biro Simulasi", klpd_code="D998")
        )
        connection.execute(satker.update().where(satker.c.id == "s-2").values(name="Dinas Simulasi Kedua"))
    return House(office)


@pytest.fixture
def house(office: Office) -> House:
    return _furnished(office)


@pytest.fixture
def any_house(any_office: Office) -> House:
    return _furnished(any_office)
