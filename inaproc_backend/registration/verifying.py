"""Handing profiles to the verification provider and asking how they stand, on a thread of its own.

Several processes may do it at once: a second submission with the same key has no second effect there, and an
answer is written only onto the revision that it was about. What the provider cannot take, or does not answer
in time, goes to the desk.
"""

from __future__ import annotations

import hashlib
import logging
import threading
from collections.abc import Callable
from dataclasses import replace

from inaproc_backend.cluster import alone
from inaproc_backend.incidents import note_incident
from inaproc_backend.registration import files
from inaproc_backend.registration.provider import (
    Case,
    ProviderAnswer,
    ProviderFailedError,
    VerificationProvider,
    reasons_of,
    verdict_of,
)
from inaproc_backend.registration.settling import Decision, is_nik_taken, settle_profile
from inaproc_backend.registration.stored_profiles import (
    TO_DESK,
    Step,
    StoredProfile,
    add_profile_step,
    change_profile,
    load_profile,
)
from inaproc_backend.registration.transactions import Work, write
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_core.registration.deciding import Person
from inaproc_core.registration.reasons import parts_of
from inaproc_core.registration.vocabulary import FileSlot, ProfileStatus, Verdict

_LOG = logging.getLogger(__name__)
_LONGEST_WAIT = 32
"""Looks that are left out after failures in a row, at most."""

_AT_PROVIDER = Statement(
    """
    SELECT user_id FROM profiles WHERE status = 'WAITING' AND provider = :provider
    ORDER BY sent_at, user_id LIMIT 500
    """
)
_ELSEWHERE = Statement(
    """
    SELECT user_id FROM profiles WHERE status = 'WAITING' AND provider <> '' AND provider <> :provider
    ORDER BY sent_at, user_id LIMIT 500
    """
)


class Verification:
    """Moves profiles on between us and one provider. Keeps only how often each failed."""

    def __init__(self, services: Services, provider: VerificationProvider | None) -> None:
        """Keep the parts; without a provider, profiles that wait for one go to the desk."""
        self._services = services
        self._provider = provider
        self._failures: dict[str, int] = {}
        self._looks: dict[str, int] = {}

    def look(self) -> int:
        """Hand over what is new, ask about the rest; return how many profiles moved."""
        moved = 0
        name = self._provider.name if self._provider is not None else ""
        with self._services.database.read() as connection:
            stranded = [row[0] for row in _ELSEWHERE.all(connection, {"provider": name})]
            waiting = [row[0] for row in _AT_PROVIDER.all(connection, {"provider": name})] if name else []
        for user_id in stranded:
            moved += self._to_desk(user_id, "provider is not configured any more")
        for user_id in waiting:
            moved += self._one(user_id)
        return moved

    def _one(self, user_id: str) -> int:
        with self._services.database.read() as connection:
            profile = load_profile(connection, user_id)
        if profile is None or profile.status is not ProfileStatus.WAITING or not profile.provider:
            return 0
        if profile.due_at is not None and self._services.clock() > profile.due_at:
            return self._to_desk(user_id, "provider did not answer in time")
        key = f"{user_id}/{profile.revision}"
        self._looks[key] = self._looks.get(key, 0) - 1
        if self._looks[key] > 0:
            return 0
        try:
            answer = self._ask(profile)
        except ProviderFailedError as error:
            return self._failed(key, profile, error)
        except (LookupError, ValueError, OSError) as error:
            # A stored file is gone or damaged: only a person can help.
            number = note_incident(self._services, where="verification", detail=repr(error))
            _LOG.error("incident %s: a profile cannot be handed over", number, exc_info=error)
            return self._to_desk(user_id, f"incident {number}")
        self._failures.pop(key, None)
        self._looks.pop(key, None)
        return self._take(profile, answer)

    def _ask(self, profile: StoredProfile) -> ProviderAnswer:
        if self._provider is None:  # only called for profiles of a provider
            raise ProviderFailedError("no provider")
        if profile.provider_reference:
            return self._provider.ask(profile.provider_reference)
        case = Case(
            key=self._key(profile),
            nationality=profile.nationality,
            fields=profile.fields,
            files=files.contents(self._services, profile.files),
        )
        return self._provider.submit(case)

    def _key(self, profile: StoredProfile) -> str:
        """Return a number of the submission that tells the provider nothing about our accounts."""
        text = f"{self._services.epoch}/{profile.user_id}/{profile.revision}"
        return hashlib.sha256(text.encode()).hexdigest()[:40]

    def _failed(self, key: str, profile: StoredProfile, error: ProviderFailedError) -> int:
        _LOG.warning("verification of a profile failed: %s", error)
        if error.final:
            return self._to_desk(profile.user_id, "provider refused to take it")
        failures = self._failures[key] = self._failures.get(key, 0) + 1
        self._looks[key] = min(2**failures, _LONGEST_WAIT)
        return 0

    def _take(self, seen: StoredProfile, answer: ProviderAnswer) -> int:
        verdict = verdict_of(answer.status)
        if verdict is None:
            return 0 if seen.provider_reference else self._keep_reference(seen, answer.reference)
        services = self._services
        rules = services.registration.at(services.today())
        reasons = (
            []
            if verdict is Verdict.APPROVE
            else reasons_of(
                answer.codes,
                catalogue=rules.reasons,
                parts=_parts(seen, parts_of(rules.profile_form(seen.nationality))),
            )
        )
        if verdict is not Verdict.APPROVE and not reasons:
            told = ", ".join(answer.codes) or "no code"
            return self._to_desk(seen.user_id, f"provider says {answer.status.value}: {told}"[:500])
        if verdict is Verdict.FIX and any(rules.reasons[reason.code].final for reason in reasons):
            verdict = Verdict.REJECT  # what is final cannot be mended

        def run(work: Work) -> int:
            profile = load_profile(work.connection, seen.user_id, lock=True)
            if profile is None or profile.revision != seen.revision:
                return 0
            if verdict is Verdict.APPROVE and is_nik_taken(work.connection, profile):
                return _hand_to_desk(services, work, profile, "number is verified for another account")
            known = replace(profile, provider_reference=answer.reference)
            decision = Decision(verdict=verdict, by=Person(user_id=""), reasons=reasons)
            settled = settle_profile(work.connection, services, known, decision)
            work.entries += settled.entries
            return 1

        return write(services, run)

    def _keep_reference(self, seen: StoredProfile, reference: str) -> int:
        def run(work: Work) -> int:
            profile = load_profile(work.connection, seen.user_id, lock=True)
            if profile is None or profile.revision != seen.revision or profile.provider_reference:
                return 0
            after = replace(profile, provider_reference=reference)
            return int(change_profile(work.connection, after, seen=profile.revision))

        return write(self._services, run)

    def _to_desk(self, user_id: str, why: str) -> int:
        def run(work: Work) -> int:
            profile = load_profile(work.connection, user_id, lock=True)
            if profile is None or profile.status is not ProfileStatus.WAITING or not profile.provider:
                return 0
            return _hand_to_desk(self._services, work, profile, why)

        return write(self._services, run)


def _hand_to_desk(services: Services, work: Work, profile: StoredProfile, why: str) -> int:
    """Let verifikators decide; the applicant sees no difference, the desk sees why."""
    after = replace(profile, provider="", provider_reference="")
    changed = change_profile(work.connection, after, seen=profile.revision)
    step = Step(at=services.clock(), what=TO_DESK, revision=profile.revision, note=why)
    add_profile_step(work.connection, profile.user_id, step)
    return int(changed)


def _parts(profile: StoredProfile, form: tuple[str, ...]) -> tuple[str, ...]:
    """Return the parts that a reason can name: slots that were handed in before those that were not."""
    slots = {slot.value for slot in FileSlot}
    return (
        *(part for part in form if part not in slots or part in profile.files),
        *(part for part in form if part in slots and part not in profile.files),
    )


class VerificationWorker:
    """Looks after verifications every so often, on a thread of its own."""

    def __init__(
        self,
        services: Services,
        provider: VerificationProvider | None,
        *,
        every: float = 30.0,
        leads: Callable[[], bool] = alone,
    ) -> None:
        """Prepare; :meth:`start` begins. ``every``: seconds between two looks of the one that ``leads``."""
        self._verification = Verification(services, provider)
        self._provider = provider
        self._every = every
        self._leads = leads
        self._stop = threading.Event()
        self._thread = threading.Thread(target=self._run, name="verification", daemon=True)

    def start(self) -> None:
        """Begin."""
        self._thread.start()

    def stop(self) -> None:
        """End, after the call that is running, and close the provider's connections."""
        self._stop.set()
        if self._thread.is_alive():
            self._thread.join()
        if self._provider is not None:
            self._provider.close()

    def _run(self) -> None:
        while not self._stop.wait(self._every):
            if not self._leads():
                continue
            try:
                self._verification.look()
            except Exception:  # the next look may go better; the operator reads the log
                _LOG.exception("looking after verifications failed")
