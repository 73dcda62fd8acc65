"""The verification desk: the queue, one item laid out for examination, decisions.

Rules are run here first, with the same catalogue as on the backend, so that most refusals show at once.
"""

from __future__ import annotations

import threading
from collections import OrderedDict
from collections.abc import Callable, Iterable
from dataclasses import replace

from inaproc_core.errors import Refusal
from inaproc_core.registration.forms import (
    AccessForm,
    FormField,
    Need,
    ProfileForm,
    Reason,
    RegistrationRules,
)
from inaproc_core.registration.reasons import ANY, GivenReason, check_reasons
from inaproc_core.registration.vocabulary import AccessKind, Nationality, Verdict
from inaproc_core.wire.desk import Decide, Decided, DecidedMany, DecideMany, DeskItem, QueueRow
from inaproc_core.wire.registration import FieldReason
from inaproc_desktop.ports.desk import (
    PROFILE,
    SECOND,
    DeskCalls,
    ManyPrepared,
    MarkState,
    Moved,
    Notes,
    Part,
    Prepared,
    QueueFilter,
    QueueList,
    Sheet,
)

PAGE = 100
"""Rows of the queue that are read at once."""

_KEPT_BYTES = 48 * 1024 * 1024
"""Files kept in memory while the desk is open: never on the disk, they are identity papers."""


class DeskService:
    """What a verifikator does. Methods block; call them on the network lane."""

    def __init__(
        self,
        *,
        calls: DeskCalls,
        rules: Callable[[], RegistrationRules],
        acting_as: str,
        new_id: Callable[[], str],
    ) -> None:
        """Put the service together.

        Args:
            calls: the backend.
            rules: forms and reasons in force today.
            acting_as: the access that decides.
            new_id: makes ids of decisions.
        """
        self._calls = calls
        self._rules = rules
        self._acting_as = acting_as
        self._new_id = new_id
        self._files: OrderedDict[str, bytes] = OrderedDict()
        self._lock = threading.Lock()
        self._waiting = 0

    # ---- reading

    def queue(self, asked: QueueFilter, cursor: str = "") -> QueueList:
        """Return a page of the queue."""
        answer = self._calls.queue(self._acting_as, asked, cursor, PAGE)
        if asked == QueueFilter():
            self._waiting = answer.total
        return QueueList(rows=tuple(answer.rows), total=answer.total, next_cursor=answer.next_cursor)

    def waiting_for_me(self) -> int:
        """Return how many waited when the whole queue was read last; asks nobody."""
        return self._waiting

    def item(self, item_id: str) -> Sheet:
        """Return one item, laid out."""
        return self.laid_out(self._calls.item(self._acting_as, item_id))

    def laid_out(self, item: DeskItem, moved: Iterable[str] = ()) -> Sheet:
        """Lay an item out by the form of its kind; what the form does not know comes after.

        Places for files that were left empty are shown only where a file is required.
        """
        form, changed = self._form(item.row), frozenset(moved)
        reasons = tuple(self._rules().reasons.values())
        parts = [self._field(item, field.id, field, reasons) for field in form.fields] if form else []
        known = {part.id for part in parts}
        parts += [self._field(item, name, None, reasons) for name in item.fields if name not in known]
        slots = {rule.slot.value: rule for rule in form.slots} if form else {}
        for name in [*slots, *(name for name in item.files if name not in slots)]:
            file, rule = item.files.get(name), slots.get(name)
            if file is not None or (rule is not None and rule.need is Need.REQUIRED):
                parts.append(Part(id=name, slot=rule, file=file, reasons=_given_for(name, reasons)))
        return Sheet(item=item, parts=tuple(replace(part, moved=part.id in changed) for part in parts))

    def file(self, file_id: str) -> bytes:
        """Return a file; one that was looked at lately is not fetched again."""
        with self._lock:
            kept = self._files.get(file_id)
            if kept is not None:
                self._files.move_to_end(file_id)
                return kept
        content = self._calls.file(self._acting_as, file_id)
        with self._lock:
            self._files[file_id] = content
            while len(self._files) > 1 and sum(map(len, self._files.values())) > _KEPT_BYTES:
                self._files.popitem(last=False)
        return content

    def forget_files(self) -> None:
        """Let the papers go that were looked at."""
        with self._lock:
            self._files.clear()

    # ---- deciding

    def problem(self, sheet: Sheet, notes: Notes, verdict: Verdict) -> Refusal | None:
        """Return the first thing that the rules say against a decision, before anything is sent."""
        for name in notes.wrong():
            if verdict is not Verdict.APPROVE and not notes.mark(name).reason:
                return Refusal(code="desk.reason_not_chosen", field=name)
        form = self._form(sheet.item.row)
        if form is None:
            return None
        given = [GivenReason(field=one.field, code=one.code, note=one.note) for one in self._reasons(notes)]
        return next(iter(check_reasons(verdict, given, form=form, catalogue=self._rules().reasons)), None)

    def prepare(self, sheet: Sheet, notes: Notes, verdict: Verdict) -> Prepared:
        """Return the decision as it is sent; its id is made here, once."""
        reasons = [] if verdict is Verdict.APPROVE else self._reasons(notes)
        decision = Decide(
            decision_id=self._new_id(),
            acting_as=self._acting_as,
            revision=sheet.item.row.revision,
            verdict=verdict.value,
            reasons=reasons,
            note=notes.note.strip(),
        )
        return Prepared(item_id=sheet.item.row.item_id, name=sheet.item.row.name, decision=decision)

    def decide(self, prepared: Prepared) -> Decided:
        """Send a decision.

        Raises:
            BackendRefused: ``session.step_up_required``, ``desk.moved_on``, ``desk.own_request`` and more.
            WorldFailed: no link, or no answer yet; the same decision may be sent again.
        """
        return self._calls.decide(prepared.item_id, prepared.decision)

    def prepare_many(self, rows: Iterable[QueueRow]) -> ManyPrepared:
        """Return the approval of several clean items."""
        chosen = tuple(rows)
        decision = DecideMany(
            decision_id=self._new_id(),
            acting_as=self._acting_as,
            items={row.item_id: row.revision for row in chosen},
        )
        return ManyPrepared(rows=chosen, decision=decision)

    def decide_many(self, prepared: ManyPrepared) -> DecidedMany:
        """Send several approvals; errors as ``decide``."""
        return self._calls.decide_many(prepared.decision)

    def step_up(self, code: str, password: str) -> int:
        """Prove presence again."""
        return self._calls.step_up(code, password)

    # ---- inside

    def _form(self, row: QueueRow) -> AccessForm | ProfileForm | None:
        rules = self._rules()
        try:
            if row.what == PROFILE:
                return rules.profile_forms.get(Nationality(row.kind))
            return rules.access_forms.get(AccessKind(row.kind))
        except ValueError:  # a kind that a newer backend knows: everything is shown by its id
            return None

    def _field(self, item: DeskItem, name: str, field: FormField | None, reasons: tuple[Reason, ...]) -> Part:
        value, old = item.fields.get(name, ""), item.old_fields.get(name, "")
        words = item.labels.get(name) or (item.labels.get(value, "") if value else "")
        return Part(
            id=name, value=value, words=words, field=field, old=old, reasons=_given_for(name, reasons)
        )

    def _reasons(self, notes: Notes) -> list[FieldReason]:
        catalogue = self._rules().reasons
        found = []
        for name in notes.wrong():
            mark = notes.mark(name)
            known = catalogue.get(mark.reason)
            asked = [slot.value for slot in known.ask_for] if known is not None else []
            found.append(FieldReason(field=name, code=mark.reason, note=mark.note.strip(), ask_for=asked))
        return found


def what_moved(before: DeskItem, after: DeskItem) -> Moved:
    """Return what another person changed between two looks at an item."""
    names = {*before.fields, *after.fields}
    parts = sorted(name for name in names if before.fields.get(name, "") != after.fields.get(name, ""))
    for slot in sorted({*before.files, *after.files}):
        old, new = before.files.get(slot), after.files.get(slot)
        if (old.file_id if old else "") != (new.file_id if new else ""):
            parts.append(slot)
    status = after.row.status if after.row.status != before.row.status else ""
    second = after.row.needs == SECOND and before.row.needs != SECOND
    return Moved(status=status, parts=tuple(parts), second=second, by=after.first_by if second else "")


def kept_notes(notes: Notes, sheet: Sheet, moved: Moved) -> Notes:
    """Return notes for an item that changed: a tick on what changed has to be given anew, words stay."""
    marks = {
        name: mark
        for name, mark in notes.marks.items()
        if not (name in moved.parts and mark.state is MarkState.OK) and sheet.part(name) is not None
    }
    return replace(notes, marks=marks)


def _given_for(name: str, reasons: tuple[Reason, ...]) -> tuple[Reason, ...]:
    """Return the reasons for a part: those that name it first, then those for anything."""
    own = [reason for reason in reasons if name in reason.fields]
    return (*own, *(reason for reason in reasons if ANY in reason.fields and name not in reason.fields))
