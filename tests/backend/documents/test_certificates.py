"""The authority of the service: made once, keys not readable from the database, its word about persons."""

from __future__ import annotations

import stat
from pathlib import Path

import pytest
from cryptography.hazmat.primitives import serialization

from inaproc_backend.documents import vault
from inaproc_backend.storage import tables
from inaproc_documents.signing.keys import new_key, read_certificate
from tests import builders as b
from tests.backend.documents.desk import Desk
from tests.backend.office import Office
from tests.documents.people import PASSPHRASE, ROUNDS


def test_the_subject_is_who_is_signed_in(desk: Desk) -> None:
    made = new_key(PASSPHRASE, common_name="Orang Lain", rounds=ROUNDS)
    answer = desk.certificate(b.VENDOR, made.csr_pem)
    assert answer.status_code == 200
    issued = answer.json()
    facts = read_certificate(issued["certificate_pem"])
    assert (facts.user_id, facts.name, facts.role) == ("u-v1", "Eko Latihan", "PENYEDIA")
    assert facts.organisation == "CV Graha Contoh Utama"
    assert facts.serial == issued["serial"]
    row = desk.office.rows(tables.certificates, serial=issued["serial"])[0]
    assert row["user_id"] == "u-v1"
    assert "".join(issued["chain_pem"]) == desk.client.get("/v1/certificates/ca").text


@pytest.mark.parametrize("csr", ["", "x", "-----BEGIN CERTIFICATE REQUEST-----"])
def test_a_request_that_is_none(desk: Desk, csr: str) -> None:
    answer = desk.certificate(b.PPK, csr)
    assert answer.status_code == 400
    assert (answer.json()["code"], answer.json()["field"]) == ("certificate.request_unreadable", "csr_pem")


def test_the_authority_is_made_once(office: Office) -> None:
    first = vault.open_authority(office.services)
    again = vault.open_authority(office.services)
    assert first.chain_pem == again.chain_pem == vault.chain_of(office.services)
    assert len(office.rows(tables.ca_keys)) == 2


def test_the_database_alone_signs_nothing(office: Office, tmp_path: Path) -> None:
    vault.open_authority(office.services)
    secret = office.services.config.data / vault.SECRET_FILE
    assert stat.S_IMODE(secret.stat().st_mode) == 0o600
    assert [file.name for file in secret.parent.iterdir() if "secret" in file.name] == [vault.SECRET_FILE]
    for row in office.rows(tables.ca_keys):
        with pytest.raises(TypeError, match="encrypted"):
            serialization.load_der_private_key(bytes(row["private_key"]), None)
    secret.unlink()
    with pytest.raises(vault.SecretMissingError):
        vault.open_authority(office.services)
    assert len(vault.chain_of(office.services)) == 2, "verifying goes on without the keys"


def test_the_authority_of_training_says_so(tmp_path: Path) -> None:
    from tests.backend.office import open_office

    office = open_office(tmp_path, training=True)
    issuer = read_certificate(vault.open_authority(office.services).chain_pem[0])
    office.close()
    assert "SIMULASI" in issuer.name


def test_no_certificate_for_an_access_that_waits_for_its_second_factor(desk: Desk) -> None:
    csr = new_key(PASSPHRASE, common_name="x", rounds=ROUNDS).csr_pem
    desk.needs_second_factor(b.VENDOR)
    answer = desk.certificate(b.VENDOR, csr)
    assert (answer.status_code, answer.json()["code"]) == (403, "access.second_factor_required")
    assert desk.office.rows(tables.certificates) == []
    desk.turn_on_second_factor(b.VENDOR)
    assert desk.certificate(b.VENDOR, csr).status_code == 200


def test_a_certificate_names_the_roles_that_may_sign_now(desk: Desk) -> None:
    desk.needs_second_factor(b.PP, besides=("COMPANY_MEMBER", "PENYEDIA"))
    answer = desk.certificate(b.PP, new_key(PASSPHRASE, common_name="x", rounds=ROUNDS).csr_pem)
    assert answer.status_code == 200, "one access signs without"
    assert read_certificate(answer.json()["certificate_pem"]).role == "PENYEDIA"


def test_the_made_up_people_sign_without_a_second_factor(desk: Desk) -> None:
    desk.needs_second_factor(b.VENDOR)
    with desk.office.services.database.write() as connection:
        connection.execute(tables.people.update().values(without_second_factor=True))
    csr = new_key(PASSPHRASE, common_name="x", rounds=ROUNDS).csr_pem
    assert desk.certificate(b.VENDOR, csr).status_code == 200
