"""Two versions of one draft become one again: by line, by place, by member (protocol.md 2.10).

What only one side changed is taken from it; the same change on both sides is that change. Different changes
of one thing, or a change of something that the other side took away, are clashes: a person chooses.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from enum import StrEnum
from typing import Any

from inaproc_core.orders.form import CheckoutForm, Origin


class Side(StrEnum):
    """Whose version: of the device that merges, or of the one that was there first."""

    MINE = "mine"
    THEIRS = "theirs"


@dataclass(frozen=True, kw_only=True)
class Clash:
    """One thing that was changed differently.

    Attributes:
        where: its path: ``note``, ``budget``, ``lines.<product>``, ``lines.<product>.quantity``,
            ``places.<place>.address``, ``places.<place>.quantities.<product>``, ``offers.<item>``.
        base, mine, theirs: its value, a tuple for members that only make sense together, a whole line or
            place for one that was taken away; ``None`` where there is none.
    """

    where: str
    base: Any
    mine: Any
    theirs: Any


@dataclass(frozen=True, kw_only=True)
class Merge:
    """The result.

    Attributes:
        form: both versions in one; ``None`` while a clash is not decided.
        clashes: what a person has to choose, in the order of the form.
    """

    form: CheckoutForm | None
    clashes: tuple[Clash, ...] = ()


def merge(
    base: CheckoutForm,
    mine: CheckoutForm,
    theirs: CheckoutForm,
    choices: Mapping[str, Side] | None = None,
) -> Merge:
    """Merge two versions that began as one.

    Args:
        base: what both began with.
        mine: what became of it here.
        theirs: what became of it elsewhere.
        choices: path of a clash to the side that was chosen for it.
    """
    work = _Work(choices=choices or {})
    members: dict[str, Any] = {}
    for group in _groups(CheckoutForm, _BUDGET, skip=_PARTS.keys()):
        members |= work.members("", group, base, mine, theirs)
    for name, part in _PARTS.items():
        members[name] = part(work, name, *(getattr(form, name) for form in (base, mine, theirs)))
    if work.clashes:
        return Merge(form=None, clashes=tuple(work.clashes))
    return Merge(form=replace(mine, **members))


def blank_form(form: CheckoutForm) -> CheckoutForm:
    """Return the form that a draft began as, where nothing else is known of its past."""
    return CheckoutForm(
        order_id=form.order_id, vendor_id=form.vendor_id, origin=Origin.DIRECT, lines=(), places=()
    )


class _Gone:
    """Stands for something that is not there, which is not the same as an emptied field."""


_GONE = _Gone()


@dataclass
class _Work:
    """One merge under way."""

    choices: Mapping[str, Side]
    clashes: list[Clash] = field(default_factory=list)

    def pick(self, where: str, base: Any, mine: Any, theirs: Any) -> Any:
        """Return what one thing becomes; while a clash is open, its own side."""
        if mine == theirs or theirs == base:
            return mine
        if mine == base:
            return theirs
        chosen = self.choices.get(where)
        if chosen is None:
            self.clashes.append(
                Clash(where=where, base=_shown(base), mine=_shown(mine), theirs=_shown(theirs))
            )
        return theirs if chosen is Side.THEIRS else mine

    def members(self, at: str, group: _Group, base: Any, mine: Any, theirs: Any) -> dict[str, Any]:
        """Return members that only make sense together."""
        picked = self.pick(at + group.name, group.of(base), group.of(mine), group.of(theirs))
        return dict(zip(group.members, picked if len(group.members) > 1 else (picked,), strict=True))

    def mapping(
        self, at: str, base: Mapping[str, Any], mine: Mapping[str, Any], theirs: Mapping[str, Any]
    ) -> dict[str, Any]:
        """Return a mapping, merged by key."""
        found = {
            key: self.pick(f"{at}.{key}", *(one.get(key, _GONE) for one in (base, mine, theirs)))
            for key in _order(list(base), list(mine), list(theirs))
        }
        return {key: value for key, value in found.items() if value is not _GONE}

    def rows(
        self, at: str, row: _Rows, base: Sequence[Any], mine: Sequence[Any], theirs: Sequence[Any]
    ) -> tuple[Any, ...]:
        """Return rows, merged by their ids; one that is on all sides is merged by member."""
        before, own, other = ({getattr(one, row.key): one for one in rows} for rows in (base, mine, theirs))
        found: list[Any] = []
        for key in _order(list(before), list(own), list(other)):
            where, (b, m, t) = f"{at}.{key}", (rows.get(key, _GONE) for rows in (before, own, other))
            if _GONE in (b, m, t):
                found.append(self.pick(where, b, m, t))
            else:
                found.append(self._row(where, row, b, m, t))
        return tuple(one for one in found if one is not _GONE)

    def _row(self, where: str, row: _Rows, base: Any, mine: Any, theirs: Any) -> Any:
        members: dict[str, Any] = {}
        for group in _groups(type(mine), row.groups, skip=(row.key, *row.mappings)):
            members |= self.members(f"{where}.", group, base, mine, theirs)
        for name in row.mappings:
            members[name] = self.mapping(
                f"{where}.{name}", *(getattr(one, name) for one in (base, mine, theirs))
            )
        return replace(mine, **members)


@dataclass(frozen=True)
class _Group:
    """Members that are merged as one."""

    name: str
    members: tuple[str, ...]

    def of(self, value: Any) -> Any:
        """Return their values; that of a single member as it is."""
        found = tuple(getattr(value, name) for name in self.members)
        return found if len(found) > 1 else found[0]


@dataclass(frozen=True)
class _Rows:
    """How rows of one kind are merged: the member that names them, groups, and mappings inside."""

    key: str
    groups: tuple[_Group, ...] = ()
    mappings: tuple[str, ...] = ()


_BUDGET = (_Group("budget", ("rup_code", "mak")),)
"""A MAK is an account of its package."""

_FILES = _Rows("sha256", groups=(_Group("content", ("media_type", "size")),))
_LINES = _Rows("product_id", groups=(_Group("quantity", ("quantity", "cart_quantity")),))
_PLACES = _Rows(
    "id",
    groups=(
        _Group("recipient", ("recipient", "phone")),
        _Group("address", ("street", "region_code", "region_path", "postal_code")),
        _Group("arrival", ("arrive_from", "arrive_to")),
    ),
    mappings=("quantities",),
)

_PARTS: Mapping[str, Callable[[_Work, str, Any, Any, Any], Any]] = {
    "lines": lambda work, at, base, mine, theirs: work.rows(at, _LINES, base, mine, theirs),
    "places": lambda work, at, base, mine, theirs: work.rows(at, _PLACES, base, mine, theirs),
    "offers": _Work.mapping,
    "attachments": lambda work, at, base, mine, theirs: work.rows(at, _FILES, base, mine, theirs),
    "texts": _Work.mapping,
}
"""Members with an inside of their own; every other one is merged as a whole."""


def _groups(kind: Any, named: Iterable[_Group], skip: Iterable[str]) -> tuple[_Group, ...]:
    """Return all members of a kind, each in its group or alone, so that none is forgotten."""
    groups, left_out = tuple(named), set(skip)
    grouped = {name for group in groups for name in group.members}
    alone = (one.name for one in fields(kind) if one.name not in grouped | left_out)
    return (*groups, *(_Group(name, (name,)) for name in alone))


def _order(base: list[str], mine: list[str], theirs: list[str]) -> list[str]:
    """Return every key once: as the side that changed the order has it; if both did, what is new by name."""
    if theirs == base or mine == theirs:
        first = mine
    elif mine == base:
        first = theirs
    else:
        first = [key for key in base if key in mine or key in theirs]
    known = set(first)
    rest = sorted({*base, *mine, *theirs} - known)
    return [*first, *rest]


def _shown(value: Any) -> Any:
    return None if value is _GONE else value
