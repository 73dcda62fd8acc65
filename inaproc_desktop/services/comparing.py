"""Three columns for the card of a conflict: what was looked at, what was wanted, what stands now. Pure.

*Mine* is what the person's own command makes of what they looked at, by the same rules as the backend's.
Where those rules cannot be asked again (a signature needs the document), it is what they saw with the values
that the command carries laid over it.
"""

from __future__ import annotations

from collections.abc import Collection, Iterable
from dataclasses import replace

from inaproc_core.errors import Refusal
from inaproc_core.orders import commands as c
from inaproc_core.orders.context import Context
from inaproc_core.orders.facts import Facts
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.machine import decide, fold
from inaproc_core.orders.merging import Side, blank_form, merge
from inaproc_core.orders.model import Order
from inaproc_core.orders.transitions import rows_for
from inaproc_core.roles import Actor
from inaproc_desktop.ports.outgoing import Aspect, Difference, Facet, Value
from inaproc_desktop.services.facets import Names, facets_of_command, facets_of_form, facets_of_order

Key = tuple[Aspect, str]

_NO_NAMES: Names = {}

_PRICES = frozenset({Aspect.PRICE, Aspect.SERVICE_PRICE, Aspect.SHIPPING_PRICE})


def intended(
    command: c.Command, seen: Order | None, actor: Actor, ctx: Context, names: Names
) -> tuple[Facet, ...]:
    """Return the order as the person wanted it to be.

    Args:
        command: what was asked.
        seen: what they looked at.
        actor: who asked.
        ctx: the rules of the moment at which it was done.
        names: products of a checkout.
    """
    if seen is None or isinstance(command, c.SaveDraft | c.SubmitCheckout):
        return facets_of_command(command, seen, names)
    decision = decide(seen, command, actor, Facts(vendor=seen.vendor, satker=seen.satker), ctx)
    after = None if isinstance(decision, Refusal) else fold(seen, decision, seen.id)
    if after is not None:
        whole = {(facet.aspect, facet.item): facet for facet in facets_of_order(after)}
        apart = separable_keys(command)
        for facet in facets_of_command(command, seen, names):
            if (facet.aspect, facet.item) in apart:
                whole.setdefault((facet.aspect, facet.item), facet)
        return tuple(whole.values())
    laid = {(facet.aspect, facet.item): facet for facet in facets_of_order(seen)}
    for facet in facets_of_command(command, seen, names):
        laid[facet.aspect, facet.item] = facet
    rows = rows_for(seen.state, type(command))
    if rows and len(rows[0].targets) == 1:
        state = next(iter(rows[0].targets))
        laid[Aspect.STATE, ""] = replace(laid[Aspect.STATE, ""], value=state.value)
    return tuple(laid.values())


def compare(
    base: Iterable[Facet],
    mine: Iterable[Facet],
    theirs: Iterable[Facet],
    separable: Collection[Key] = (),
    names: Names = _NO_NAMES,
) -> tuple[Difference, ...]:
    """Return the rows in which the three are not all the same.

    What both sides changed in their own way comes first, then what they changed, then what I wanted.

    Args:
        base: what was looked at.
        mine: what was wanted.
        theirs: what stands now.
        separable: rows that can be taken from one side alone.
        names: products that a draft knows by id only.
    """
    columns = [{(facet.aspect, facet.item): facet for facet in side} for side in (base, mine, theirs)]
    keys: dict[Key, Facet] = {}
    for column in columns:
        for key, facet in column.items():
            keys.setdefault(key, facet)
    rows = []
    for key, facet in keys.items():
        values = [_value(column.get(key)) for column in columns]
        if values[0] == values[1] == values[2]:
            continue
        row = Difference(
            aspect=facet.aspect,
            item=facet.item,
            name=names.get(facet.name, (facet.name, ""))[0],
            unit=facet.unit or names.get(facet.name, ("", ""))[1],
            base=values[0],
            mine=values[1],
            theirs=values[2],
            separable=key in separable and values[1] != values[2],
        )
        rows.append(row)
    return tuple(sorted(rows, key=_rank))


def _value(facet: Facet | None) -> Value:
    """Nothing and an empty text are the same to a reader."""
    return None if facet is None or facet.value == "" else facet.value


def _rank(row: Difference) -> tuple[int, int]:
    # The state first: it explains the rest.
    return (0 if row.aspect is Aspect.STATE else 1, 0 if row.clashes else 1 if row.they_changed else 2)


def separable_keys(command: c.Command) -> frozenset[Key]:
    """Return the rows of a command that can be kept or given up one by one."""
    match command:
        case c.CounterOffer() | c.OfferPrices():
            return frozenset((aspect, item) for item in command.prices for aspect in _PRICES)
        case c.Ship():
            return frozenset((Aspect.SHIPPED, f"line:{no}") for no in command.quantities)
        case c.SaveDraft():
            return frozenset((facet.aspect, facet.item) for facet in facets_of_form(command.form, {}))
    return frozenset()


def renewed(command: c.Command, now: Order | None) -> c.Command:
    """Return the same wish, guarded by what stands now."""
    if now is not None and isinstance(command, c.AgreePrices | c.CounterOffer | c.OfferPrices):
        return replace(command, round_no=len(now.rounds))
    return command


def merged(
    command: c.Command, seen: Order | None, now: Order | None, mine: Collection[Key]
) -> c.Command | None:
    """Return the wish with only the chosen rows of mine; ``None`` when nothing of it is left.

    Args:
        command: the old one.
        seen: the order as the person looked at it.
        now: the order as it stands.
        mine: the rows to take from the old command; all others stay as they are now.
    """
    items = {item for _aspect, item in mine}
    match command:
        case c.CounterOffer() | c.OfferPrices():
            prices = {item: price for item, price in command.prices.items() if item in items}
            return renewed(replace(command, prices=prices), now) if prices else None
        case c.Ship():
            left = {no: amount for no, amount in command.quantities.items() if f"line:{no}" in items}
            return replace(command, quantities=left) if left else None
        case c.SaveDraft() if now is not None and now.draft is not None:
            begun = seen.draft if seen is not None else None
            return _merged_draft(command, begun or blank_form(command.form), now.draft, mine)
    return None


def _merged_draft(
    command: c.SaveDraft, begun: CheckoutForm, theirs: CheckoutForm, mine: Collection[Key]
) -> c.Command:
    """Return the draft of both sides; where they clash, the chosen rows are mine."""
    paths = [_path_of(aspect, item) for aspect, item in mine]
    clashes = merge(begun, command.form, theirs).clashes
    choices = {
        clash.where: Side.MINE if any(clash.where.startswith(path) for path in paths) else Side.THEIRS
        for clash in clashes
    }
    form = merge(begun, command.form, theirs, choices).form
    return replace(command, form=form if form is not None else theirs)


_PATHS = {Aspect.RUP: "budget", Aspect.MAK: "budget"}


def _path_of(aspect: Aspect, item: str) -> str:
    """Return where ``inaproc_core.orders.merging`` looks for the same thing."""
    kind, _, name = item.partition(":")
    if aspect in _PRICES:
        return f"offers.{item}"
    if kind == "product":
        return f"lines.{name}"
    return f"places.{name}" if kind == "shipping" else _PATHS.get(aspect, aspect.value)
