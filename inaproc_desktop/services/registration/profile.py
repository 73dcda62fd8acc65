"""Stage 2 on this machine: the profile is filled in, checked with the rules of the day, sent, followed."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from datetime import date

from inaproc_core.calendar import Zone, local_date
from inaproc_core.errors import Refusal, Refused
from inaproc_core.identifiers import parse_nik
from inaproc_core.registration.fields import read_fields
from inaproc_core.registration.forms import Limits, ProfileForm, RegistrationRules, SlotRule
from inaproc_core.registration.profile import check_profile
from inaproc_core.registration.vocabulary import FileSlot, Nationality, ProfileStatus
from inaproc_core.wire.registration import OwnAccesses, ProfileView, SubmitProfile
from inaproc_desktop.ports.accesses import AccessCalls, Progress
from inaproc_desktop.ports.filing import (
    Filing,
    FilingPage,
    FilingSheet,
    FilingStage,
    FilingStatus,
    Intent,
    Opening,
)
from inaproc_desktop.ports.registration import WizardDrafts
from inaproc_desktop.ports.rules import RegistrationSource
from inaproc_desktop.ports.ui import CancelToken, Clock
from inaproc_desktop.services.registration import known, pictures, sending, sheets
from inaproc_desktop.services.registration.staging import Staging

KEY = "profile"
EDIT = "edit"
"""Item id that opens the wizard where the status would be shown: correct, or begin anew."""

_CHOICES = (FilingPage.NATIONALITY,)


class ProfileJourney:
    """The wizard of stage 2 without its widgets.

    Attributes:
        staging: drafts and files.
    """

    stage = FilingStage.PROFILE

    def __init__(
        self,
        calls: AccessCalls,
        drafts: WizardDrafts,
        book: RegistrationSource,
        clock: Clock,
        new_id: Callable[[], str],
    ) -> None:
        """Put it together; nothing is asked yet."""
        self._calls = calls
        self._book = book
        self._clock = clock
        self._new_id = new_id
        self.staging = Staging(calls, drafts, self.stage, self._slot_rule, self._limits)

    # ---- coming in

    def kept(self, _item_id: str) -> Filing | None:
        """Return the draft of this machine (data lane)."""
        return self.staging.restore(KEY)

    def standing(self) -> OwnAccesses:
        """Ask the backend how things stand (network lane)."""
        return self._calls.accesses()

    def open(self, item_id: str, kept: Filing | None, own: OwnAccesses | None) -> Opening:
        """Return what opens.

        Args:
            item_id: ``edit`` to go on from the status.
            kept: the draft.
            own: how things stand; ``None`` without a link: then a draft is written all the same.
        """
        if own is None:
            return Opening(filing=kept or self._new(), resumed=kept is not None)
        profile = own.profile
        status = ProfileStatus(profile.status)
        if status is ProfileStatus.NONE:
            return Opening(filing=kept or self._new(), resumed=kept is not None)
        if item_id != EDIT or status in {ProfileStatus.WAITING, ProfileStatus.VERIFIED}:
            return Opening(status=self._status(profile))
        if status is ProfileStatus.NEEDS_FIX:
            return Opening(filing=self._correction(profile, kept), resumed=_is_of(kept, profile))
        fresh = kept if kept is not None and kept.revision == profile.revision else self._anew(profile)
        return Opening(filing=fresh, resumed=fresh is kept)

    def _new(self) -> Filing:
        return Filing(key=KEY, stage=self.stage, request_id=self._new_id())

    def _anew(self, profile: ProfileView) -> Filing:
        return replace(
            self._new(), revision=profile.revision, choice=profile.nationality, fields=dict(profile.fields)
        )

    def _correction(self, profile: ProfileView, kept: Filing | None) -> Filing:
        opened = sheets.open_parts(profile.open_fields, profile.reasons)
        fields = dict(profile.fields)
        files = pictures.stored_files(profile.files)
        request_id = self._new_id()
        if kept is not None and _is_of(kept, profile):
            request_id = kept.request_id
            fields.update({name: value for name, value in kept.fields.items() if name in opened})
            files.update({slot: file for slot, file in kept.files.items() if slot in opened})
        return Filing(
            key=KEY,
            stage=self.stage,
            request_id=request_id,
            intent=Intent.FIX,
            revision=profile.revision,
            choice=profile.nationality,
            fields=fields,
            files=files,
            open_parts=opened,
            reasons=tuple(profile.reasons),
            page=kept.page if kept is not None and _is_of(kept, profile) else "",
            attempts=profile.attempts,
        )

    # ---- filling in

    def sheet(self, filing: Filing) -> FilingSheet:
        """Return pages, form and problems (any thread, no I/O)."""
        rules = self._rules()
        asked = sheets.asked_slots(filing.reasons)
        notes = sheets.notes_of(filing.reasons, rules)
        form = self._form(filing, rules)
        if form is None:
            missing = {"nationality": Refusal(code="form.missing", field="nationality")}
            pages = sheets.shown_pages(filing, _CHOICES, (), ())
            return FilingSheet(
                filing=filing,
                pages=pages,
                problems=missing,
                page_problems=sheets.by_page(missing, pages, ()),
                notes=notes,
            )
        fields = sheets.shown_fields(form.fields, filing, first_of_office=False)
        slots = sheets.shown_slots(form.slots, filing, asked)
        pages = sheets.shown_pages(filing, _CHOICES, fields, slots)
        problems = {
            **self._problems(filing, form, rules, asked),
            **sheets.file_findings(filing, slots),
            **sheets.declaration_problem(filing),
        }
        return FilingSheet(
            filing=filing,
            pages=pages,
            fields=fields,
            slots=slots,
            reviewed=sheets.reviewed_fields(form.fields, filing, fields),
            asked=asked,
            problems=problems,
            page_problems=sheets.by_page(problems, pages, form.slots),
            notes=notes,
            from_nik=self._from_nik(filing),
            advise_help=filing.attempts >= rules.limits.resend_advice_after,
            decision_hours=rules.limits.decision_hours,
        )

    def chosen(self, filing: Filing, choice: str) -> Filing:
        """Return it for another nationality; what both forms ask stays."""
        return replace(filing, choice=choice)

    def edited(self, filing: Filing, field_id: str, value: str, words: str = "") -> Filing:
        """Return it with an edit; a whole NIK fills in birth date and sex where they are empty."""
        made = filing.with_field(field_id, value, words)
        if field_id == "nik":
            born, sex = self._from_nik(made)
            for name, stated in (("birth_date", born), ("sex", sex)):
                if stated and not made.fields.get(name) and made.is_open(name):
                    made = made.with_field(name, stated)
        return made

    # ---- the backend (network lane)

    def send(self, filing: Filing, on_progress: Progress, cancel: CancelToken) -> FilingStatus:
        """Send files, then the profile.

        Raises:
            Refused: what the rules of this machine already refuse.
            BackendRefused, WorldFailed, Cancelled: see ``AccessCalls``; nothing kept here is lost.
        """
        rules = self._rules()
        form = self._form(filing, rules)
        problems = self.sheet(filing).problems
        if form is None or problems:
            raise Refused(next(iter(problems.values()), Refusal(code="form.missing", field="nationality")))
        slots = [rule.slot.value for rule in form.slots]
        sent = sending.upload_files(self._calls, filing, slots, on_progress, cancel)
        values = read_fields(form.fields, sent.fields, rules.limits).values
        answer = self._calls.submit_profile(
            SubmitProfile(
                request_id=sent.request_id,
                revision=sent.revision,
                nationality=sent.choice,
                fields=dict(values),
                files=sending.file_ids(sent, slots),
            )
        )
        return self._status(answer)

    # ---- inside

    def _status(self, profile: ProfileView) -> FilingStatus:
        rules = self._rules()
        forms = rules.profile_forms.get(_nationality(profile.nationality) or Nationality.WNI)
        parts = known.part_labels(forms) if forms is not None else {}
        return FilingStatus(
            stage=self.stage,
            status=profile.status,
            since=profile.since,
            due_at=profile.due_at,
            verifier="INAPROC",
            notes=tuple(note for group in sheets.notes_of(profile.reasons, rules).values() for note in group),
            asks=sheets.asked_words(profile.reasons, parts),
            parts=parts,
            attempts=profile.attempts,
            advise_help=profile.attempts >= rules.limits.resend_advice_after,
        )

    def _problems(
        self,
        filing: Filing,
        form: ProfileForm,
        rules: RegistrationRules,
        asked: frozenset[FileSlot],
    ) -> dict[str, Refusal]:
        given = {name: value for name, value in filing.fields.items() if form.field(name) is not None}
        files = {slot: pictures.facts_of(file) for slot, file in filing.files.items() if _has(form, slot)}
        found = check_profile(form, given, files, today=self._today(), limits=rules.limits, asked=asked)
        return sheets.first_by_part(found, filing)

    def _from_nik(self, filing: Filing) -> tuple[str, str]:
        try:
            nik = parse_nik(filing.fields.get("nik", ""))
            return nik.birth_date(self._today()).isoformat(), nik.sex.value
        except Refused:
            return "", ""

    def _slot_rule(self, filing: Filing, slot: str) -> SlotRule | None:
        form = self._form(filing, self._rules())
        return form.slot(_SLOTS[slot]) if form is not None and slot in _SLOTS else None

    def _form(self, filing: Filing, rules: RegistrationRules) -> ProfileForm | None:
        nationality = _nationality(filing.choice)
        return rules.profile_forms.get(nationality) if nationality is not None else None

    def _limits(self) -> Limits:
        return self._rules().limits

    def _rules(self) -> RegistrationRules:
        return self._book.at(self._today())

    def _today(self) -> date:
        return local_date(self._clock.now(), Zone.WIB)


_SLOTS = {slot.value: slot for slot in FileSlot}


def _nationality(text: str) -> Nationality | None:
    return next((one for one in Nationality if one.value == text), None)


def _has(form: ProfileForm, slot: str) -> bool:
    return slot in _SLOTS and form.slot(_SLOTS[slot]) is not None


def _is_of(kept: Filing | None, profile: ProfileView) -> bool:
    return kept is not None and kept.intent is Intent.FIX and kept.revision == profile.revision
