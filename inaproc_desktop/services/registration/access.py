"""Stage 3 on this machine: a request for an access is filled in, checked, sent, mended, renewed."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from datetime import date

from inaproc_core.calendar import Zone, local_date
from inaproc_core.errors import Refusal, Refused
from inaproc_core.identifiers import parse_nib
from inaproc_core.registration.access import AccessContext, check_access, read_access
from inaproc_core.registration.forms import AccessForm, Limits, RegistrationRules, SlotRule
from inaproc_core.registration.vocabulary import FileSlot
from inaproc_core.wire.registration import (
    Instansi,
    Office,
    OwnAccesses,
    SubmitAccess,
)
from inaproc_desktop.ports.accesses import AccessCalls, Progress
from inaproc_desktop.ports.filing import (
    Filing,
    FilingPage,
    FilingSheet,
    FilingStage,
    FilingStatus,
    Intent,
    Opening,
    PickedOffice,
)
from inaproc_desktop.ports.registration import WizardDrafts
from inaproc_desktop.ports.rules import RegistrationSource
from inaproc_desktop.ports.ui import CancelToken, Clock
from inaproc_desktop.services.registration import known, opening, pictures, sending, sheets
from inaproc_desktop.services.registration.opening import AGAIN, CHANGE, FIX, KIND, RENEW, STATUS, TRANSFER
from inaproc_desktop.services.registration.staging import Staging

_CHOICES = (FilingPage.TYPE, FilingPage.ROLE)
_FOUND = 20
_FROM_NIB = {
    "company_name": "name",
    "company_npwp": "npwp",
    "company_address": "address",
    "industry": "kbli",
}
"""Fields that Cek NIB fills in, and what the answer calls them."""

_SLOTS = {slot.value: slot for slot in FileSlot}


class AccessJourney:
    """The wizard of stage 3 without its widgets.

    Attributes:
        staging: drafts and files.
    """

    stage = FilingStage.ACCESS

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
        self._own: OwnAccesses | None = None
        self.staging = Staging(calls, drafts, self.stage, self._slot_rule, self._limits)

    # ---- coming in

    def kept(self, item_id: str) -> Filing | None:
        """Return the draft of this machine for an item (data lane)."""
        return self.staging.restore(opening.key_of(item_id))

    def standing(self) -> OwnAccesses:
        """Ask the backend how things stand (network lane); remembered for the checks."""
        self._own = self._calls.accesses()
        return self._own

    def open(self, item_id: str, kept: Filing | None, own: OwnAccesses | None) -> Opening:
        """Return what opens.

        Args:
            item_id: see ``FIX`` and its neighbours; empty for a new request.
            kept: the draft of the item.
            own: how things stand; ``None`` without a link: then a draft is written all the same.
        """
        what, _, about = item_id.partition(":")
        if own is None:
            return Opening(filing=kept or self._new(item_id), resumed=kept is not None)
        request = next((one for one in own.requests if one.request_id == about), None)
        access = next((one for one in own.accesses if one.access_id == about), None)
        if request is not None and what == FIX and request.status == "NEEDS_FIX":
            resumed = opening.is_of(kept, request)
            return Opening(filing=opening.correction(item_id, request, kept), resumed=resumed)
        if request is not None and what == CHANGE and request.status == "WAITING":
            resumed = opening.is_of(kept, request, Intent.CHANGE)
            return Opening(filing=opening.amendment(item_id, request, kept), resumed=resumed)
        if request is not None and what in {FIX, CHANGE, STATUS}:
            return Opening(status=opening.status_of(request, self._rules()))
        if kept is not None:
            return Opening(filing=kept, resumed=True)
        if access is not None and what in {RENEW, TRANSFER}:
            made = opening.follow_on(item_id, Intent(what), access, own, self._new_id())
            return Opening(filing=made)
        if request is not None and what == AGAIN:
            return Opening(filing=opening.anew(item_id, request, self._new_id()))
        return Opening(filing=self._new(item_id))

    def _new(self, item_id: str) -> Filing:
        what, _, about = item_id.partition(":")
        made = opening.new(item_id, self._new_id())
        return self.chosen(made, about) if what == KIND else made

    # ---- filling in

    def sheet(self, filing: Filing) -> FilingSheet:
        """Return pages, form and problems (any thread, no I/O)."""
        rules = self._rules()
        asked = sheets.asked_slots(filing.reasons)
        notes = sheets.notes_of(filing.reasons, rules)
        form = self._form(filing, rules)
        choices = _CHOICES if filing.intent is Intent.NEW else ()
        if form is None:
            at = "role" if filing.group else "type"
            missing = {at: Refusal(code="form.missing", field=at)}
            pages = sheets.shown_pages(filing, _CHOICES, (), ())
            return FilingSheet(
                filing=filing,
                pages=pages,
                problems=missing,
                page_problems=sheets.by_page(missing, pages, ()),
                kinds=self._kinds(filing, rules),
            )
        first = self._is_first(filing, form)
        fields = sheets.shown_fields(form.fields, filing, first_of_office=first)
        slots = sheets.shown_slots(form.slots, filing, asked)
        pages = sheets.shown_pages(filing, choices, fields, slots)
        problems = {
            **self._problems(filing, form, rules, asked),
            **sheets.file_findings(filing, slots),
            **sheets.office_problem(filing),
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
            kinds=self._kinds(filing, rules),
            form=form,
            advise_help=filing.attempts >= rules.limits.resend_advice_after,
            decision_hours=rules.limits.decision_hours,
        )

    def grouped(self, filing: Filing, group: str) -> Filing:
        """Return it for another Tipe Profil; a role of the other type is taken back."""
        return filing if group == filing.group else replace(filing, group=group, choice="")

    def chosen(self, filing: Filing, choice: str) -> Filing:
        """Return it for another role; what both forms ask stays."""
        kind = opening.kind_of(choice)
        if kind is None or choice == filing.choice:
            return filing
        # What the registries say of a NIB depends on who asks.
        return replace(filing, choice=choice, group=opening.group_of(kind), nib=None)

    def edited(self, filing: Filing, field_id: str, value: str, words: str = "") -> Filing:
        """Return it with an edit; what hangs on the old value goes with it."""
        made = filing.with_field(field_id, value, words)
        if field_id == "nib" and value != filing.fields.get("nib"):
            made = replace(made, nib=None)
        if field_id == "instansi_kind" and value != filing.fields.get("instansi_kind"):
            made = made.with_field("instansi", "")
        if made.fields.get("instansi") != filing.fields.get("instansi") and (
            made.office is None or made.office.klpd_code != made.fields.get("instansi")
        ):
            made = replace(made.with_field("satker", ""), office=None, confirmed=False)
        if field_id == "satker" and not value:
            made = replace(made, office=None, confirmed=False)
        return made

    def with_instansi(self, filing: Filing, found: Instansi) -> Filing:
        """Return it with a K/L/PD that was picked, and its kind."""
        made = filing.with_field("instansi_kind", found.kind) if found.kind else filing
        return self.edited(made, "instansi", found.code, found.name)

    def with_office(self, filing: Filing, found: Office) -> Filing:
        """Return it with a satker that was picked, and the instansi above it; still to be confirmed."""
        office = PickedOffice(
            satker_id=found.satker_id,
            code=found.code,
            name=found.name,
            klpd_code=found.klpd_code,
            klpd_name=found.klpd_name,
            klpd_kind=found.klpd_kind,
            people=found.people,
        )
        made = filing.with_field("satker", found.satker_id, found.name)
        made = made.with_field("instansi", found.klpd_code, found.klpd_name)
        if found.klpd_kind:
            made = made.with_field("instansi_kind", found.klpd_kind)
        return replace(made, office=office, confirmed=False)

    # ---- the backend (network lane)

    def find_instansi(self, filing: Filing, query: str) -> tuple[Instansi, ...]:
        """Find K/L/PD of the kind that was chosen, by name or code."""
        return self._calls.instansi(query, filing.fields.get("instansi_kind", ""), _FOUND)

    def find_offices(self, filing: Filing, query: str) -> tuple[Office, ...]:
        """Find satker of the instansi that was chosen, or of all, by name or code."""
        return self._calls.offices(query, filing.fields.get("instansi", ""), _FOUND)

    def check_nib(self, filing: Filing) -> Filing:
        """Cek NIB: ask the registries, and fill in what they say of the company.

        Raises:
            Refused: the number itself is wrong; nothing was asked.
        """
        nib = parse_nib(filing.fields.get("nib", "")).text
        answer = self._calls.check_nib(nib, filing.choice)
        made = filing
        for field_id, name in _FROM_NIB.items():
            said = answer.company.get(name, "")
            if said and not made.fields.get(field_id):
                made = made.with_field(field_id, said)
        return replace(made, nib=answer)

    def send(self, filing: Filing, on_progress: Progress, cancel: CancelToken) -> FilingStatus:
        """Send files, then the request.

        Raises:
            Refused: what the rules of this machine already refuse.
            BackendRefused, WorldFailed, Cancelled: see ``AccessCalls``; nothing kept here is lost.
        """
        rules = self._rules()
        form = self._form(filing, rules)
        problems = self.sheet(filing).problems
        if form is None or problems:
            raise Refused(next(iter(problems.values()), Refusal(code="form.missing", field="role")))
        slots = [rule.slot.value for rule in form.slots]
        sent = sending.upload_files(self._calls, filing, slots, on_progress, cancel)
        first = self._is_first(sent, form)
        values = read_access(form, self._given(sent, form), rules.limits, first_of_office=first).values
        answer = self._calls.submit_access(
            SubmitAccess(
                request_id=sent.request_id,
                revision=sent.revision,
                kind=sent.choice,
                fields=dict(values),
                files=sending.file_ids(sent, slots),
                renews=sent.renews,
                transfers=sent.transfers,
            )
        )
        return opening.status_of(answer, rules)

    # ---- inside: what the rules say

    def _problems(
        self,
        filing: Filing,
        form: AccessForm,
        rules: RegistrationRules,
        asked: frozenset[FileSlot],
    ) -> dict[str, Refusal]:
        files = {
            slot: pictures.facts_of(file)
            for slot, file in filing.files.items()
            if form.slot(_SLOTS[slot]) is not None
        }
        found = check_access(
            form,
            self._given(filing, form),
            files,
            context=self._context(filing, form),
            today=self._today(),
            limits=rules.limits,
            asked=asked,
        )
        problems = sheets.first_by_part(found, filing)
        if form.field("nib") is not None and filing.nib is None and filing.is_open("nib"):
            problems.setdefault("nib", Refusal(code="form.nib_not_checked", field="nib"))
        return problems

    def _context(self, filing: Filing, form: AccessForm) -> AccessContext:
        context = AccessContext(
            first_of_office=self._is_first(filing, form),
            instansi_kind=filing.office.klpd_kind if filing.office is not None else "",
            satker_instansi=filing.office.klpd_code if filing.office is not None else "",
            company_known=filing.nib.known if filing.nib is not None else True,
            nib_stops=not filing.nib.may_go_on if filing.nib is not None else False,
        )
        return known.with_own(context, self._own, filing)

    def _given(self, filing: Filing, form: AccessForm) -> Mapping[str, str]:
        first = self._is_first(filing, form)
        # An address typed before another satker was picked is not sent: it is asked of the first one only.
        asked = {field.id for field in form.fields if first or field.need.value != "FIRST_OF_OFFICE"}
        return {name: value for name, value in filing.fields.items() if name in asked}

    def _is_first(self, filing: Filing, form: AccessForm) -> bool:
        if not filing.is_open("address"):
            return bool(filing.fields.get("address"))
        return filing.office is not None and not filing.office.people and form.field("satker") is not None

    def _kinds(self, filing: Filing, rules: RegistrationRules) -> tuple[AccessForm, ...]:
        return tuple(
            form
            for kind, form in rules.access_forms.items()
            if form.askable and (not filing.group or opening.group_of(kind) == filing.group)
        )

    def _slot_rule(self, filing: Filing, slot: str) -> SlotRule | None:
        form = self._form(filing, self._rules())
        return form.slot(_SLOTS[slot]) if form is not None and slot in _SLOTS else None

    def _form(self, filing: Filing, rules: RegistrationRules) -> AccessForm | None:
        kind = opening.kind_of(filing.choice)
        return rules.access_forms.get(kind) if kind is not None else None

    def _limits(self) -> Limits:
        return self._rules().limits

    def _rules(self) -> RegistrationRules:
        return self._book.at(self._today())

    def _today(self) -> date:
        return local_date(self._clock.now(), Zone.WIB)
