"""The signer's key: only encrypted, opened by its passphrase alone, of the kind that was asked for."""

from __future__ import annotations

import random
import shutil
import subprocess
from pathlib import Path

import pytest
from asn1crypto import pkcs12 as asn1_pkcs12
from cryptography import x509
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric import ec, rsa
from cryptography.hazmat.primitives.serialization import pkcs12

from inaproc_backend.documents.authority import Subject, to_pem
from inaproc_core.errors import Refused
from inaproc_documents.signing import keys
from tests import builders as b
from tests.documents.people import PASSPHRASE, ROUNDS, authority, signer


def code_of(error: pytest.ExceptionInfo[Refused]) -> str:
    return error.value.refusal.code


def test_a_new_key_is_p256_with_a_request_signed_by_it() -> None:
    made = keys.new_key(PASSPHRASE, common_name="Bima Latihan", rounds=ROUNDS)
    request = x509.load_pem_x509_csr(made.csr_pem.encode())
    opened = keys.open_key(made.p12, PASSPHRASE)
    assert isinstance(opened.private_key.curve, ec.SECP256R1)
    assert request.is_signature_valid
    assert request.public_key() == opened.private_key.public_key()
    assert opened.certificate is None


def test_two_keys_are_never_the_same() -> None:
    first, second = (keys.new_key(PASSPHRASE, common_name="x", rounds=ROUNDS) for _ in range(2))
    one, other = keys.open_key(first.p12, PASSPHRASE), keys.open_key(second.p12, PASSPHRASE)
    assert one.private_key.public_key() != other.private_key.public_key()


def test_the_container_shows_nothing_in_clear() -> None:
    made = signer(b.PPK)
    key = keys.open_key(made.p12, PASSPHRASE).private_key
    secret = key.private_numbers().private_value.to_bytes(32, "big")
    assert secret not in made.p12
    assert b"Bima" not in made.p12, "the certificate is encrypted too"


@pytest.mark.parametrize("wrong", ["", "kunci latihaN", "kunci latihan ", "x" * 100])
def test_a_wrong_passphrase_is_told_from_a_damaged_file(wrong: str) -> None:
    with pytest.raises(Refused) as error:
        keys.open_key(signer(b.PPK).p12, wrong)
    assert code_of(error) == "signing.wrong_passphrase"
    assert error.value.refusal.field == "passphrase"


@pytest.mark.parametrize("damage", [b"", b"not a key", b"\x30\x80", b"%PDF-1.7"])
def test_a_damaged_file_is_told_from_a_wrong_passphrase(damage: bytes) -> None:
    with pytest.raises(Refused) as error:
        keys.open_key(damage, PASSPHRASE)
    assert code_of(error) == "signing.key_damaged"
    with pytest.raises(Refused) as error:
        keys.open_key(signer(b.PPK).p12[:-40], PASSPHRASE)
    assert code_of(error) == "signing.key_damaged"


def test_the_same_passphrase_in_two_unicode_forms_opens() -> None:
    composed, decomposed = "kata sandi \u00e9", "kata sandi e\u0301"
    made = keys.new_key(composed, common_name="x", rounds=ROUNDS)
    keys.open_key(made.p12, decomposed)


@pytest.mark.parametrize("passphrase", ["kunci latihan", "kata sandi \u00e9\u0301 \U0001f511", "x" * 200])
def test_no_way_into_the_container_is_cheaper_than_another(passphrase: str) -> None:
    """The seal over the whole file costs as many rounds as the key: no guess can be tried on it for less."""
    made = keys.new_key(passphrase, common_name="x", rounds=5000)
    assert asn1_pkcs12.Pfx.load(made.p12)["mac_data"]["iterations"].native == 5000
    assert keys.open_key(made.p12, passphrase)
    bad = bytearray(made.p12)
    bad[-60] ^= 1
    with pytest.raises(Refused):
        keys.open_key(bytes(bad), passphrase)


def test_openssl_opens_it_too(tmp_path: Path) -> None:
    if shutil.which("openssl") is None:
        pytest.skip("openssl is not installed")
    (tmp_path / "key.p12").write_bytes(signer(b.PPK).p12)
    command = ["openssl", "pkcs12", "-in", "key.p12", "-info", "-noout", "-passin", f"pass:{PASSPHRASE}"]
    said = subprocess.run(command, capture_output=True, text=True, check=True, cwd=tmp_path).stderr
    assert f"MAC: sha256, Iteration {ROUNDS}\n" in said
    assert f"AES-256-CBC, Iteration {ROUNDS}, PRF hmacWithSHA256" in said


def test_a_short_passphrase_is_refused_before_a_key_is_made() -> None:
    with pytest.raises(Refused) as error:
        keys.new_key("pendek", common_name="x", rounds=ROUNDS)
    assert code_of(error) == "signing.passphrase_too_short"
    assert error.value.refusal.facts == {"minimum": keys.SHORTEST_PASSPHRASE}


def test_the_passphrase_can_be_changed() -> None:
    made = signer(b.PPK)
    changed = keys.change_passphrase(made.p12, PASSPHRASE, "kunci yang baru", rounds=ROUNDS)
    opened = keys.open_key(changed, "kunci yang baru")
    assert opened.certificate is not None
    assert len(opened.chain) == 2
    with pytest.raises(Refused):
        keys.open_key(changed, PASSPHRASE)
    with pytest.raises(Refused) as error:
        keys.change_passphrase(made.p12, PASSPHRASE, "pendek", rounds=ROUNDS)
    assert error.value.refusal.field == "new_passphrase"


def test_a_certificate_of_another_key_is_refused() -> None:
    made = keys.new_key(PASSPHRASE, common_name="x", rounds=ROUNDS)
    foreign = signer(b.VENDOR).certificate_pem
    with pytest.raises(Refused) as error:
        keys.with_certificate(made.p12, PASSPHRASE, foreign, [], rounds=ROUNDS)
    assert code_of(error) == "signing.certificate_of_other_key"
    with pytest.raises(Refused) as error:
        keys.with_certificate(made.p12, PASSPHRASE, "not a certificate", [], rounds=ROUNDS)
    assert code_of(error) == "signing.certificate_unreadable"


def test_another_kind_of_key_is_refused() -> None:
    key = rsa.generate_private_key(public_exponent=65537, key_size=2048)
    encryption = serialization.BestAvailableEncryption(PASSPHRASE.encode())
    p12 = pkcs12.serialize_key_and_certificates(b"x", key, None, None, encryption)
    with pytest.raises(Refused) as error:
        keys.open_key(p12, PASSPHRASE)
    assert code_of(error) == "signing.key_damaged"


def test_what_a_certificate_says() -> None:
    facts = keys.read_certificate(signer(b.PPK).certificate_pem)
    assert (facts.name, facts.user_id, facts.role) == ("Bima Latihan", "u-ppk", "PPK")
    assert facts.issuer == "INAPROC CA Latihan (SIMULASI)"
    assert facts.not_before < b.NOW < facts.not_after


def test_the_authority_ignores_the_names_in_a_request() -> None:
    made = keys.new_key(PASSPHRASE, common_name="Orang Penting", rounds=ROUNDS)
    subject = Subject(user_id="u-1", name="N" * 80, roles=("PP", "PPK"), organisation="O" * 90)
    issued = authority().issue(made.csr_pem, subject, now=b.NOW, bits=random.Random(1).getrandbits)
    facts = keys.certificate_facts(issued)
    assert (facts.user_id, facts.name, facts.role) == ("u-1", "N" * 64, "PP, PPK")
    assert "Penting" not in to_pem(issued)
    usage = issued.extensions.get_extension_for_class(x509.KeyUsage).value
    assert usage.content_commitment
    assert not usage.key_cert_sign
    issued.verify_directly_issued_by(authority().issuing)
    authority().issuing.verify_directly_issued_by(authority().root)


@pytest.mark.parametrize(
    ("request_pem", "code"),
    [
        ("", "certificate.request_unreadable"),
        (
            "-----BEGIN CERTIFICATE REQUEST-----\nAAAA\n-----END CERTIFICATE REQUEST-----\n",
            "certificate.request_unreadable",
        ),
        (signer(b.PPK).certificate_pem, "certificate.request_unreadable"),
    ],
)
def test_a_request_that_is_none_is_refused(request_pem: str, code: str) -> None:
    subject = Subject(user_id="u", name="n", roles=(), organisation="")
    with pytest.raises(Refused) as error:
        authority().issue(request_pem, subject, now=b.NOW, bits=random.Random(1).getrandbits)
    assert code_of(error) == code


def test_a_request_for_another_kind_of_key_is_refused() -> None:
    from cryptography.hazmat.primitives import hashes

    name = x509.Name([x509.NameAttribute(x509.NameOID.COMMON_NAME, "x")])
    subject = Subject(user_id="u", name="n", roles=(), organisation="")
    for key in (ec.generate_private_key(ec.SECP384R1()), rsa.generate_private_key(65537, 2048)):
        request = x509.CertificateSigningRequestBuilder().subject_name(name).sign(key, hashes.SHA256())
        pem = request.public_bytes(serialization.Encoding.PEM).decode()
        with pytest.raises(Refused) as error:
            authority().issue(pem, subject, now=b.NOW, bits=random.Random(1).getrandbits)
        assert code_of(error) == "certificate.key_unsuitable"


def test_a_request_signed_by_another_key_is_refused() -> None:
    made = keys.new_key(PASSPHRASE, common_name="x", rounds=ROUNDS)
    der = bytearray(x509.load_pem_x509_csr(made.csr_pem.encode()).public_bytes(serialization.Encoding.DER))
    der[-2] ^= 1
    forged = x509.load_der_x509_csr(bytes(der)).public_bytes(serialization.Encoding.PEM).decode()
    subject = Subject(user_id="u", name="n", roles=(), organisation="")
    with pytest.raises(Refused) as error:
        authority().issue(forged, subject, now=b.NOW, bits=random.Random(1).getrandbits)
    assert code_of(error) == "certificate.request_forged"
