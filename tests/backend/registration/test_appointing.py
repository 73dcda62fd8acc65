"""``inaproc-backend appoint``: the first verifikators of an installation, by its operator."""

from __future__ import annotations

from datetime import date

import pytest

from inaproc_backend.cli import main
from inaproc_backend.purchasing import audit
from inaproc_backend.registration.appointing import appoint, kind_of
from inaproc_backend.storage import tables
from inaproc_core.registration.vocabulary import AccessKind
from tests.backend.registration.house import House


def test_an_account_becomes_verifikator_once(any_house: House) -> None:
    house = any_house
    vera = house.person("vera")
    done = appoint(house.services, " Vera ", AccessKind.VERIFIKATOR_INAPROC)
    assert done.is_new and done.needs_second_factor and done.name == "vera Simulasi"
    row = house.access_row(done.access_id)
    assert (row["kind"], row["role"], row["satker_id"]) == ("VERIFIKATOR_INAPROC", "VERIFIKATOR", None)
    again = appoint(house.services, "vera", AccessKind.VERIFIKATOR_INAPROC)
    assert not again.is_new and again.access_id == done.access_id
    (entry,) = house.office.rows(tables.audit, scope=f"user/{vera.user_id}")
    assert (entry["actor"], entry["type"], entry["aggregate"]) == ("operator", "Appoint", done.access_id)
    with house.services.database.read() as connection:
        assert list(audit.verify(connection)) == []
    assert house.mails(vera) == ["access.approved"]
    assert len(house.feed(f"user/{vera.user_id}", "access")) == 1


def test_a_vai_is_of_one_instansi(house: House) -> None:
    house.person("vai")
    done = appoint(house.services, "vai", AccessKind.VAI, klpd_code="D999", until=date(2027, 1, 31))
    row = house.access_row(done.access_id)
    assert (row["klpd_code"], row["valid_to"], done.place) == (
        "D999",
        "2027-01-31",
        "Pemerintah Kota Simulasi",
    )


@pytest.mark.parametrize(
    ("username", "kind", "klpd", "until", "text"),
    [
        ("nobody", "VERIFIKATOR_INAPROC", "", None, "no account 'nobody'"),
        ("vera", "VAI", "", None, "needs the code of its instansi"),
        ("vera", "VERIFIKATOR_INAPROC", "D999", None, "needs the code of its instansi"),
        ("vera", "VAI", "D404", None, "no instansi 'D404'"),
        ("vera", "VAI", "D999", date(2026, 1, 1), "is past"),
    ],
)
def test_what_does_not_fit_is_refused(
    house: House, username: str, kind: str, klpd: str, until: date | None, text: str
) -> None:
    house.person("vera")
    with pytest.raises(ValueError, match=text):
        appoint(house.services, username, AccessKind(kind), klpd_code=klpd, until=until)
    assert house.office.rows(tables.accesses, user_id="u-vera") == []


def test_only_verifikators_are_appointed() -> None:
    assert kind_of(" vai ") is AccessKind.VAI
    with pytest.raises(ValueError, match="VERIFIKATOR_INAPROC or VAI"):
        kind_of("PPK")


def test_the_command_says_what_it_did(house: House, capsys: pytest.CaptureFixture[str]) -> None:
    house.person("vera")
    house.office.close()
    data = str(house.services.config.data)
    asked = ["appoint", "vera", "--data", data, "--kind", "VAI", "--klpd", "D999", "--until", "2099-12-31"]
    assert main(asked) == 0
    said = capsys.readouterr().out
    assert "vera Simulasi is now Verifikator Akses Instansi (VAI), Pemerintah Kota Simulasi" in said
    assert "two-step verification" in said
    assert main(asked) == 0
    assert "is already" in capsys.readouterr().out
    assert main(["appoint", "vera", "--data", data, "--kind", "PPK"]) == 2
    assert "VERIFIKATOR_INAPROC or VAI" in capsys.readouterr().err
    assert main(["appoint", "vera", "--data", data, "--kind", "VAI", "--klpd", "D999", "--until", "x"]) == 2
