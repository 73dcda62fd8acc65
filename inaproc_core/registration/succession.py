"""An access beside others of the same person: duplicates, Aktifkan Kembali, pindah satker."""

from __future__ import annotations

from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date

from inaproc_core.errors import Fact, Refusal
from inaproc_core.registration.deciding import COMPANY_ADMINS
from inaproc_core.registration.forms import Limits
from inaproc_core.registration.validity import ACTING, status_of
from inaproc_core.registration.vocabulary import PENYEDIA_KINDS, AccessKind, AccessStatus


@dataclass(frozen=True, kw_only=True)
class Place:
    """Where an access is: one satker, a whole instansi, or a company; empty parts do not count.

    Attributes:
        vendor_id: the company, or ``nib:…`` for one that is not in INAPROC yet (see :meth:`of_company`).
    """

    klpd_code: str = ""
    satker_id: str = ""
    vendor_id: str = ""

    @classmethod
    def of_company(cls, vendor_id: str, nib: str) -> Place:
        """Return the place of a company; by NIB while it has no id, so that two requests still meet."""
        return cls(vendor_id=vendor_id or (f"nib:{nib}" if nib else ""))

    @property
    def known(self) -> bool:
        """Whether it says anything."""
        return bool(self.klpd_code or self.satker_id or self.vendor_id)

    def is_comparable(self, other: Place) -> bool:
        """Return whether both are of one sort.

        A buyer outside government asks by NIB and is given a satker of that company: these two are not.
        """
        return self.known and other.known and self._sort() == other._sort()

    def _sort(self) -> str:
        return "satker" if self.satker_id else "company" if self.vendor_id else "instansi"

    def is_same(self, other: Place) -> bool:
        """Return whether two places are one. A satker has one instansi, so its id alone decides."""
        if self.satker_id or other.satker_id:
            return self.satker_id == other.satker_id
        if self.vendor_id or other.vendor_id:
            return self.vendor_id == other.vendor_id
        return self.known and self.klpd_code == other.klpd_code


@dataclass(frozen=True, kw_only=True)
class AccessFacts:
    """What is known of a granted access.

    Attributes:
        kind: ``None`` for one made before kinds.
        valid_from, valid_to: first and last day; ``None`` for always and open end.
        revoked: it was deactivated.
    """

    access_id: str
    kind: AccessKind | None
    place: Place
    valid_from: date | None = None
    valid_to: date | None = None
    revoked: bool = False


def is_same_role(one: AccessKind | None, other: AccessKind | None) -> bool:
    """Return whether two kinds are one role: owner and staff are both Admin Perusahaan."""
    return one is other or (one in COMPANY_ADMINS and other in COMPANY_ADMINS)


def duplicate_problem(
    kind: AccessKind,
    place: Place,
    *,
    accesses: Collection[AccessFacts],
    waiting: Collection[tuple[AccessKind, Place]],
    besides: Collection[AccessFacts | None],
    today: date,
    limits: Limits,
) -> Iterator[Refusal]:
    """Yield at most one problem: the person has this role here already, or has asked for it.

    An expired or deactivated access is none; one that has not begun is. What the request renews or leaves is
    judged by :func:`succession_problems`.
    """
    if not place.known:
        return
    at = _field_of(place)
    ignored = {access.access_id for access in besides if access is not None}
    counting = ACTING | {AccessStatus.FUTURE}
    for access in accesses:
        status = status_of(access.valid_from, access.valid_to, access.revoked, today, limits)
        if (
            access.access_id not in ignored
            and is_same_role(access.kind, kind)
            and access.place.is_same(place)
            and status in counting
        ):
            yield Refusal(code="access_request.duplicate", field=at)
            return
    if any(is_same_role(asked, kind) and there.is_same(place) for asked, there in waiting):
        yield Refusal(code="access_request.asked_already", field=at)


def succession_problems(
    kind: AccessKind,
    place: Place,
    until: date | None,
    *,
    renews: AccessFacts | None,
    transfers: AccessFacts | None,
    today: date,
    limits: Limits,
) -> Iterator[Refusal]:
    """Yield what speaks against renewing or leaving another access by this request.

    The role in the letter is the role renewed (help page on reactivation); a transfer keeps the role and
    names another place.

    Yields:
        Refusal: ``access_request.renews_and_transfers``, ``access_request.other_role``,
            ``access_request.renewal_elsewhere``, ``access_request.renews_deactivated``,
            ``access_request.renewal_not_needed``, ``access_request.renewal_too_early`` (``until``,
            ``days``), ``access_request.until_not_later`` (``until``),
            ``access_request.transfer_same_place``, ``access_request.transfer_of_company``,
            ``access_request.transfers_deactivated``.
    """
    if renews is not None and transfers is not None:
        yield Refusal(code="access_request.renews_and_transfers", field="kind")
    elif renews is not None:
        yield from _renewal_problems(kind, place, until, renews, today, limits)
    elif transfers is not None:
        yield from _transfer_problems(kind, place, transfers)


def _renewal_problems(
    kind: AccessKind, place: Place, until: date | None, old: AccessFacts, today: date, limits: Limits
) -> Iterator[Refusal]:
    if old.kind is not kind:
        yield Refusal(code="access_request.other_role", field="kind")
    elif old.revoked:
        yield Refusal(code="access_request.renews_deactivated", field="kind")
    elif old.valid_to is None:
        yield Refusal(code="access_request.renewal_not_needed", field="kind")
    elif (old.valid_to - today).days > max(limits.reminder_days):
        facts: dict[str, Fact] = {"until": old.valid_to.isoformat(), "days": max(limits.reminder_days)}
        yield Refusal(code="access_request.renewal_too_early", facts=facts, field="kind")
    if place.is_comparable(old.place) and not place.is_same(old.place):
        yield Refusal(code="access_request.renewal_elsewhere", field=_field_of(place))
    if until is not None and old.valid_to is not None and until <= old.valid_to:
        later_than: dict[str, Fact] = {"until": old.valid_to.isoformat()}
        yield Refusal(code="access_request.until_not_later", facts=later_than, field="valid_until")


def _transfer_problems(kind: AccessKind, place: Place, old: AccessFacts) -> Iterator[Refusal]:
    if kind in PENYEDIA_KINDS:
        yield Refusal(code="access_request.transfer_of_company", field="kind")
    elif old.kind is not kind:
        yield Refusal(code="access_request.other_role", field="kind")
    elif old.revoked:
        yield Refusal(code="access_request.transfers_deactivated", field="kind")
    if place.known and place.is_same(old.place):
        yield Refusal(code="access_request.transfer_same_place", field=_field_of(place))


def _field_of(place: Place) -> str:
    if place.satker_id:
        return "satker"
    return "nib" if place.vendor_id else "instansi"
