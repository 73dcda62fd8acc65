"""Keeping a shared draft at a pause in typing, also while another device's changes come in."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime

from sqlalchemy import Connection

from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.merging import Side, merge
from inaproc_core.roles import Actor
from inaproc_desktop.ports.drafts import VersionOrigin
from inaproc_desktop.storage.draft_rows import Kept, SharedDraft, keep_version, put_draft, shared_draft


def keep_shared(
    connection: Connection,
    actor: Actor,
    form: CheckoutForm,
    since: CheckoutForm | None,
    *,
    title: str,
    now: datetime,
    new_id: str,
) -> SharedDraft:
    """Keep what was typed; what another device changed since then comes in, and what was typed wins.

    Args:
        connection: a transaction.
        actor: whose draft.
        form: as it stands on the page.
        since: as it stood there when it was last kept or read; ``None`` for one that begins.
        title: what it is called in lists.
        now: when.
        new_id: for a draft that ended elsewhere while it was being typed: it goes on as one of its own.
    """
    held = shared_draft(connection, actor.access_id, form.order_id)
    if held is None:
        if since is not None:
            form = replace(form, order_id=new_id)
        held = SharedDraft(
            access_id=actor.access_id, id=form.order_id, title=title, form=form, saved_at=now, actor=actor
        )
    elif since is not None and held.form != since:
        form, quiet = own_way(since, form, held.form)
        if not quiet:
            keep_version(connection, held, Kept(origin=VersionOrigin.THEIRS, form=held.form), now)
    # While a clash is open nothing is sent: its answer will be.
    dirty = (held.base is None or form != held.base) if held.clash is None else held.dirty
    kept = replace(held, title=title, form=form, saved_at=now, actor=actor, dirty=dirty)
    put_draft(connection, kept)
    return kept


def own_way(
    began: CheckoutForm,
    mine: CheckoutForm,
    theirs: CheckoutForm,
    choices: Mapping[str, Side] | None = None,
) -> tuple[CheckoutForm, bool]:
    """Put two versions together; where nothing else is chosen, what was typed here wins.

    Returns:
        The form, and whether nothing of theirs was overruled without being chosen.
    """
    chosen = dict(choices or {})
    clashes = merge(began, mine, theirs, chosen).clashes
    form = merge(began, mine, theirs, chosen | {clash.where: Side.MINE for clash in clashes}).form
    assert form is not None
    return form, not clashes
