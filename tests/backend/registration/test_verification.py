"""The verification provider: the HTTP adapter against a stand-in, and what its answers become."""

from __future__ import annotations

import base64
import hashlib
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from inaproc_backend.config import VerificationService
from inaproc_backend.registration.http_verification import HttpVerification
from inaproc_backend.registration.provider import Case, CaseFile, ProviderFailedError, reasons_of
from inaproc_backend.registration.settings import verification_from
from inaproc_backend.registration.verifying import Verification, VerificationWorker
from inaproc_backend.storage import tables
from inaproc_backend.uploads.blobs import blobs_of
from inaproc_core.registration.book import load_registration
from inaproc_core.registration.reasons import GivenReason, check_reasons, parts_of
from inaproc_core.registration.vocabulary import FileSlot, Nationality, ProfileStatus, Verdict
from tests.backend.registration.house import NIK, PROFILE, House
from tests.backend.registration.provider_stand_in import SECRET, TOKEN, StandIn, running
from tests.builders import NOW

RULES = load_registration().at(NOW.date())


@pytest.fixture
def stand_in(any_house: House) -> Iterator[StandIn]:
    with running(any_house.office.clock) as opened:
        yield opened


def adapter(stand_in: StandIn, **more: Any) -> HttpVerification:
    values = {"url": stand_in.url, "secret": SECRET, "token": TOKEN, "timeout": 5.0, **more}
    return HttpVerification(VerificationService(**values), stand_in.clock)


def sent(house: House, username: str = "sari", **more: Any) -> Any:
    """Somebody whose profile waits for the provider, with files that can be read."""
    who = house.person(username)
    content = b"a picture"
    blob_id = hashlib.sha256(username.encode()).hexdigest()[:32]
    blobs_of(house.services).put(blob_id, content)
    digest = hashlib.sha256(content).hexdigest()
    files = {
        slot.value: house.file(who, slot, blob_id=blob_id, sha256=digest)
        for slot in (FileSlot.KTP, FileSlot.SELFIE)
    }
    house.send_profile(who, provider="http", files=files, **more)
    house.office.clock.forward(seconds=1)
    return who


def case() -> Case:
    file = CaseFile(media_type="image/jpeg", sha256="0" * 64, content=b"x")
    return Case(key="key-1", nationality=Nationality.WNI, fields={"nik": NIK}, files={FileSlot.KTP: file})


def test_a_profile_is_handed_over_asked_about_and_verified(any_house: House, stand_in: StandIn) -> None:
    sari = sent(any_house)
    verification = Verification(any_house.services, adapter(stand_in))
    assert verification.look() == 1
    (handed,) = stand_in.cases.values()
    assert handed["nationality"] == "WNI" and handed["data"] == PROFILE
    assert base64.b64decode(handed["documents"]["KTP"]["content"]) == b"a picture"
    assert sari.user_id not in str(handed), "the provider learns nothing about our accounts"
    assert verification.look() == 0 and stand_in.submissions == 1 and stand_in.polls == 1
    (reference,) = stand_in.answers
    assert any_house.stored_profile(sari).provider_reference == reference
    stand_in.answers[reference] = ("registered", [])
    assert verification.look() == 1
    view = any_house.view(sari)
    assert view.status == "VERIFIED"
    assert [(row.what, row.by) for row in view.history] == [("sent", "APPLICANT"), ("approved", "SYSTEM")]
    assert verification.look() == 0 and stand_in.polls == 2
    assert stand_in.problems == []


def test_an_answer_may_come_at_once(any_house: House, stand_in: StandIn) -> None:
    stand_in.next_answer = ("verified", [])
    sari = sent(any_house)
    assert Verification(any_house.services, adapter(stand_in)).look() == 1
    assert any_house.view(sari).status == "VERIFIED" and stand_in.polls == 0


@pytest.mark.parametrize(
    ("status", "codes", "expected", "reasons"),
    [
        ("invalid", ["PRVK002", "PRVS002"], "NEEDS_FIX",
         [("KTP", "ktp.unclear", ["KTP"]), ("SELFIE", "selfie.face_differs", ["SELFIE_WITH_KTP"])]),
        ("invalid", ["PRVK002", "PRVK013"], "NEEDS_FIX", [("KTP", "ktp.unclear", ["KTP"])]),
        ("invalid", ["PRVN005"], "NEEDS_FIX", [("nik", "nik.data_differ", ["KK"])]),
        ("invalid", ["PRVX999", "PRVP004"], "NEEDS_FIX", [("SELFIE_WITH_KTP", "support.wrong", [])]),
        ("invalid", ["PRVM001"], "REJECTED", [("nik", "profile.final", [])]),
        ("rejected", ["PRVK001"], "REJECTED", [("nik", "profile.final", [])]),
    ],
)  # fmt: skip
def test_statuses_and_codes_become_ours(
    house: House, status: str, codes: list[str], expected: str, reasons: list[Any]
) -> None:
    with running(house.office.clock) as stand_in:
        stand_in.next_answer = (status, codes)
        sari = sent(house)
        Verification(house.services, adapter(stand_in)).look()
    view = house.view(sari)
    assert view.status == expected
    assert [(one.field, one.code, one.ask_for) for one in view.reasons] == reasons
    assert house.mails(sari)[-1] == ("profile.needs_fix" if expected == "NEEDS_FIX" else "profile.rejected")


@pytest.mark.parametrize("nationality", list(Nationality))
def test_every_known_code_is_a_reason_that_may_be_given(nationality: Nationality) -> None:
    from inaproc_backend.registration import provider

    form = RULES.profile_form(nationality)
    for code in [*provider._REASON_OF, "PRVP001", "PRVP777"]:
        (reason,) = reasons_of([code], catalogue=RULES.reasons, parts=parts_of(form))
        assert reason.code in RULES.reasons
        if nationality is Nationality.WNI:
            given = [GivenReason(field=reason.field, code=reason.code, note=reason.note)]
            final = RULES.reasons[reason.code].final
            verdict = Verdict.REJECT if final else Verdict.FIX
            assert check_reasons(verdict, given, form=form, catalogue=RULES.reasons) == (), code


@pytest.mark.parametrize(
    ("fault", "text"),
    [
        ("unsigned", "not signed"),
        ("other_secret", "signature"),
        ("old", "too long ago"),
        ("other_request", "signature"),
        ("garbage", "cannot be read"),
        ("huge", "too long"),
        ("500", "answered 500"),
        ("503", "answered 503"),
        ("302", "answered 302"),
    ],
)
@pytest.mark.expects_log
def test_what_cannot_be_believed_changes_nothing(house: House, fault: str, text: str) -> None:
    with running(house.office.clock) as stand_in:
        stand_in.next_answer, stand_in.fault = ("verified", []), fault
        sari = sent(house)
        provider = adapter(stand_in)
        verification = Verification(house.services, provider)
        with pytest.raises(ProviderFailedError, match=text) as caught:
            provider.submit(case())
        assert not caught.value.final
        assert verification.look() == 0
        assert house.stored_profile(sari).status is ProfileStatus.WAITING
        stand_in.fault = ""
        # After failures it waits longer and longer, and then tries again with the same key.
        for _ in range(3):
            verification.look()
        assert house.view(sari).status == "VERIFIED"
        assert len(stand_in.cases) <= 2


def test_an_answer_about_somebody_else_is_not_taken(house: House) -> None:
    with running(house.office.clock) as stand_in:
        stand_in.answers["ref-1"] = ("verified", [])
        stand_in.fault = "other_reference"
        with pytest.raises(ProviderFailedError, match="another verification"):
            adapter(stand_in).ask("ref-1")


def test_a_provider_that_is_away_or_slow_is_a_failure_not_a_fault(house: House) -> None:
    with running(house.office.clock) as stand_in:
        stand_in.fault = "slow"
        with pytest.raises(ProviderFailedError, match="not reachable"):
            adapter(stand_in, timeout=0.1).submit(case())
        url = stand_in.url
    gone = HttpVerification(VerificationService(url=url, secret=SECRET), house.office.clock)
    with pytest.raises(ProviderFailedError, match="not reachable"):
        gone.ask("ref-1")
    gone.close()


@pytest.mark.expects_log
def test_a_lost_answer_is_no_second_case(any_house: House, stand_in: StandIn) -> None:
    sent(any_house)
    provider = adapter(stand_in)
    real = provider.submit
    lost: list[str] = []

    def lose(handed: Case) -> Any:
        answer = real(handed)
        if not lost:
            lost.append(answer.reference)
            raise ProviderFailedError("the answer got lost")
        return answer

    provider.submit = lose  # type: ignore[method-assign, assignment]
    verification = Verification(any_house.services, provider)
    for _ in range(4):
        verification.look()
    assert stand_in.submissions == 2 and len(stand_in.cases) == 1


def test_two_processes_settle_a_profile_once(any_house: House, stand_in: StandIn) -> None:
    sari = sent(any_house)
    first, second = (Verification(any_house.services, adapter(stand_in)) for _ in range(2))
    assert [first.look(), second.look()] == [1, 0]
    (reference,) = stand_in.answers
    stand_in.answers[reference] = ("verified", [])
    assert [first.look(), second.look()] == [1, 0]
    assert [row.what for row in any_house.view(sari).history] == ["sent", "approved"]


def test_a_mended_profile_is_another_case(any_house: House, stand_in: StandIn) -> None:
    stand_in.next_answer = ("invalid", ["PRVK002"])
    sari = sent(any_house)
    verification = Verification(any_house.services, adapter(stand_in))
    verification.look()
    files = {slot: one.file_id for slot, one in any_house.view(sari).files.items()}
    old = any_house.office.rows(tables.files, id=files["KTP"])[0]
    files["KTP"] = any_house.file(sari, FileSlot.KTP, blob_id=old["blob_id"])
    any_house.send_profile(sari, provider="http", revision=2, files=files)
    assert any_house.stored_profile(sari).provider_reference == ""
    stand_in.next_answer = ("verified", [])
    assert verification.look() == 1
    assert len(stand_in.cases) == 2 and any_house.view(sari).status == "VERIFIED"


@pytest.mark.parametrize("how", ["refused", "late", "gone", "file", "nik", "no code", "unknown code"])
@pytest.mark.expects_log
def test_what_the_provider_cannot_settle_goes_to_the_desk(house: House, how: str) -> None:
    with running(house.office.clock) as stand_in:
        stand_in.next_answer = ("verified", [])
        sari = sent(house)
        provider: HttpVerification | None = adapter(stand_in)
        if how == "refused":
            stand_in.fault = "422"
        elif how == "late":
            house.office.clock.forward(hours=73)
        elif how == "gone":
            provider = None
        elif how == "file":
            with house.services.database.write() as connection:
                connection.execute(tables.files.update().values(blob_id="f" * 32))
        elif how == "nik":
            house.verified("twin", NIK)
        else:
            stand_in.next_answer = ("invalid", ["PRVX999"] if how == "unknown code" else [])
        assert Verification(house.services, provider).look() == 1
    stored = house.stored_profile(sari)
    assert stored.status is ProfileStatus.WAITING and stored.provider == ""
    assert [row.what for row in house.view(sari).history] == ["sent"], "the applicant sees no difference"
    steps = house.office.rows(tables.profile_history, user_id=sari.user_id)
    assert [step["what"] for step in steps] == ["sent", "to_desk"] and steps[1]["note"]
    assert house.mails(sari) == ["profile.received"]


def test_the_worker_closes_its_provider(house: House) -> None:
    with running(house.office.clock) as stand_in:
        provider = adapter(stand_in)
        worker = VerificationWorker(house.services, provider, every=0.01)
        worker.start()
        worker.stop()
        with pytest.raises(RuntimeError, match="closed"):
            provider.ask("ref-1")


@pytest.mark.parametrize(
    ("settings", "text"),
    [
        ({"url": "http://verify.example", "secret": SECRET}, "https"),
        ({"url": "ftp://127.0.0.1", "secret": SECRET}, "https"),
        ({"url": "https://verify.example", "secret": ""}, "secret"),
    ],
)
def test_unsafe_addresses_are_refused_at_once(settings: dict[str, Any], text: str, house: House) -> None:
    with pytest.raises(ValueError, match=text):
        HttpVerification(VerificationService(**settings), house.office.clock)


def test_the_environment_configures_it(tmp_path: Path) -> None:
    secret = tmp_path / "secret"
    secret.write_text(SECRET + "\n")
    found = verification_from(
        {
            "INAPROC_VERIFICATION_URL": "https://verify.example",
            "INAPROC_VERIFICATION_SECRET_FILE": str(secret),
            "INAPROC_VERIFICATION_TOKEN": "t",
            "INAPROC_VERIFICATION_NAME": "contoh",
            "INAPROC_VERIFICATION_TIMEOUT": "7",
        }
    )
    assert found is not None
    assert (found.secret, found.token, found.name, found.timeout) == (SECRET, "t", "contoh", 7.0)
    assert SECRET not in repr(found)
    assert verification_from({}) is None


@pytest.mark.parametrize(
    ("change", "text"),
    [
        ({"URL": ""}, "without INAPROC_VERIFICATION_URL"),
        ({"URL": "http://verify.example"}, "https"),
        ({"SECRET": "short"}, "SECRET must have 32"),
        ({"SECRET": "ü" * 40}, "printable ASCII"),
        ({"TIMEOUT": "soon"}, "TIMEOUT must be"),
        ({"TIMEOUT": "0"}, "TIMEOUT must be"),
        ({"CA": "/no/such/file"}, "no file"),
    ],
)
def test_wrong_settings_are_refused_by_name(change: dict[str, str], text: str) -> None:
    right = {"URL": "https://verify.example", "SECRET": SECRET}
    environment = {f"INAPROC_VERIFICATION_{name}": value for name, value in {**right, **change}.items()}
    with pytest.raises(ValueError, match=text):
        verification_from(environment)


def test_nothing_secret_is_shown() -> None:
    shown = repr(case()) + repr(CaseFile(media_type="image/jpeg", sha256="0", content=b"secret"))
    assert NIK not in shown and "secret" not in shown
