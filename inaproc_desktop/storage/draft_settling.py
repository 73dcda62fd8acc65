"""What becomes of a shared draft when news has come: pure, so that every case can be looked at alone."""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import datetime
from enum import StrEnum

from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.merging import blank_form, merge
from inaproc_core.orders.model import Order
from inaproc_core.orders.states import State
from inaproc_desktop.ports.drafts import ClashKind, VersionOrigin
from inaproc_desktop.storage.draft_rows import Clashing, Kept, SharedDraft

UNKNOWN_DEVICE = "-"
"""Stands for another device whose name nobody knows."""


class Fate(StrEnum):
    """Where a command of this device stands."""

    NONE = "none"
    UNSENT = "unsent"
    UNDECIDED = "undecided"
    TAKEN = "taken"
    CONFLICT = "conflict"
    REFUSED = "refused"
    WITHDRAWN = "withdrawn"


@dataclass(frozen=True, kw_only=True)
class News:
    """What is known after a pull.

    Attributes:
        epoch: of the backend's history.
        image: the draft, or the order that it became, as confirmed; ``None`` when it is not there.
        sent, sent_rev, sent_form: fate of the last ``SaveDraft``, its revision and form once taken.
        submitted: fate of the submission.
    """

    epoch: str
    image: Order | None
    sent: Fate = Fate.NONE
    sent_rev: int = 0
    sent_form: CheckoutForm | None = None
    submitted: Fate = Fate.NONE


@dataclass(frozen=True, kw_only=True)
class Settled:
    """What follows.

    Attributes:
        draft: as it is now; ``None`` when it has ended.
        versions: to be kept.
        answered: commands whose cards are answered by this.
        dropped: unsent commands that are not to be sent any more.
    """

    draft: SharedDraft | None
    versions: tuple[Kept, ...] = ()
    answered: tuple[str, ...] = ()
    dropped: tuple[str, ...] = ()


def settle(draft: SharedDraft, news: News) -> Settled:
    """Settle one draft."""
    if draft.submitted:
        if news.submitted in {Fate.UNSENT, Fate.UNDECIDED}:
            return Settled(draft=draft)
        if news.submitted is Fate.TAKEN:
            return Settled(draft=None)
        draft = replace(draft, submitted="", dirty=not draft.untouched)
    if not draft.sent:
        return _meet(draft, news)
    match news.sent:
        case Fate.UNDECIDED:
            return Settled(draft=draft)
        case Fate.UNSENT if not _is_news(draft, news):
            return Settled(draft=draft)
        case Fate.UNSENT:
            after = _meet(replace(draft, sent="", dirty=True), news)
            return replace(after, dropped=(draft.sent,))
        case Fate.TAKEN if news.sent_form is not None:
            return _meet(_agreed(draft, news, news.sent_form), news)
        case Fate.CONFLICT if _is_news(draft, news):
            after = _meet(replace(draft, sent="", dirty=True), news)
            if after.draft is None or not after.draft.clashes_by_line:
                return replace(after, answered=(draft.sent,))
            return replace(after, draft=replace(after.draft, dirty=False))  # its card is there already
        case Fate.CONFLICT if news.image is None:
            # The backend knows it and shows it to nobody: it was thrown away, whatever was agreed before.
            after = _meet_end(replace(draft, sent="", dirty=False), None)
            return replace(after, answered=(draft.sent,))
        case Fate.WITHDRAWN:
            return _meet(replace(draft, sent=""), news)
    # Refused: its card says why; the next edit tries again.
    return _meet(replace(draft, sent="", dirty=False), news)


def draft_of_image(image: Order) -> CheckoutForm | None:
    """Return the form that the backend holds, as the form of this draft; ``None`` of an order."""
    if image.state is not State.DRAFT or image.draft is None:
        return None
    return replace(image.draft, order_id=image.id)


def typed_at(image: Order) -> datetime:
    """Return when a draft was last saved with the backend."""
    return image.history[-1].at if image.history else image.created_at


def _agreed(draft: SharedDraft, news: News, form: CheckoutForm) -> SharedDraft:
    """Take what this device sent as agreed; the backend may have corrected what it says of files.

    It was agreed in the history in which it was sent; whether that is still today's, ``_meet`` asks.
    """
    held, image, at = form, news.image, draft.agreed_at
    if image is not None and image.revision == news.sent_rev and draft.epoch == news.epoch:
        held, at = draft_of_image(image) or form, typed_at(image)
    now = held if draft.form == form else draft.form
    return replace(
        draft,
        form=now,
        base=held,
        base_rev=news.sent_rev,
        epoch=draft.epoch or news.epoch,
        agreed_at=at,
        sent="",
        dirty=now != held,
    )


def _is_news(draft: SharedDraft, news: News) -> bool:
    """Return whether the backend holds something else than what was agreed."""
    if news.image is None:
        return draft.base_rev > 0
    return draft.epoch != news.epoch or news.image.revision != draft.base_rev


def _meet(draft: SharedDraft, news: News) -> Settled:
    if not _is_news(draft, news):
        return Settled(draft=draft)
    image = news.image
    theirs = draft_of_image(image) if image is not None else None
    if _was_put_back(draft, news, is_order=image is not None and theirs is None):
        return _put_back(draft, image, theirs, news.epoch)
    if theirs is not None and image is not None:
        if draft.base_rev > 0 and draft.epoch != news.epoch:
            # Put back, and typed on since: nobody can tell what was taken away from what was lost.
            draft = replace(draft, base=None, base_rev=0)
        return _meet_edit(draft, image, theirs, news.epoch)
    return _meet_end(draft, image)


def _was_put_back(draft: SharedDraft, news: News, *, is_order: bool) -> bool:
    """Return whether the backend holds an older state than the one that was agreed."""
    if draft.base_rev == 0 or draft.epoch == news.epoch or is_order:
        return False
    at = draft.agreed_at
    return news.image is None or at is None or typed_at(news.image) <= at


def _put_back(draft: SharedDraft, image: Order | None, theirs: CheckoutForm | None, epoch: str) -> Settled:
    """The backend was put back to an earlier state: what was agreed since then is sent again."""
    again = replace(
        draft,
        base=theirs,
        base_rev=image.revision if image is not None else 0,
        agreed_at=typed_at(image) if image is not None else None,
        epoch=epoch,
        dirty=draft.form != theirs,
        clash=None,
    )
    if theirs is None or theirs in (draft.form, draft.base):
        return Settled(draft=again)
    return Settled(draft=again, versions=(Kept(origin=VersionOrigin.THEIRS, form=theirs),))


def _meet_edit(draft: SharedDraft, image: Order, theirs: CheckoutForm, epoch: str) -> Settled:
    met = replace(
        draft,
        base=theirs,
        base_rev=image.revision,
        agreed_at=typed_at(image),
        epoch=epoch,
        dirty=False,
        clash=None,
        device=image.draft_device or UNKNOWN_DEVICE,
    )
    if draft.form == theirs:
        return Settled(draft=met)
    if draft.untouched:
        followed = replace(met, form=theirs, saved_at=typed_at(image))
        return Settled(draft=followed, versions=(Kept(origin=VersionOrigin.FOLLOWED, form=draft.form),))
    base = draft.base if draft.base is not None else blank_form(theirs)
    merged = merge(base, draft.form, theirs)
    if merged.form is None:
        clash = Clashing(kind=ClashKind.EDITED, rev=image.revision, theirs=theirs, device=image.draft_device)
        # Sent once all the same: the backend's refusal is the card in Kotak Keluar.
        told = draft.clashes_by_line and not draft.dirty
        return Settled(draft=replace(draft, clash=clash, dirty=not told))
    both = (
        Kept(origin=VersionOrigin.MINE, form=draft.form),
        Kept(origin=VersionOrigin.THEIRS, form=theirs),
    )
    return Settled(draft=replace(met, form=merged.form, dirty=merged.form != theirs), versions=both)


def _meet_end(draft: SharedDraft, image: Order | None) -> Settled:
    """The draft was thrown away or submitted elsewhere."""
    if draft.untouched:
        return Settled(draft=None, versions=(Kept(origin=VersionOrigin.ENDED, form=draft.form),))
    kind = ClashKind.DISCARDED if image is None else ClashKind.SUBMITTED
    clash = Clashing(
        kind=kind,
        rev=image.revision if image is not None else draft.base_rev,
        number=image.number if image is not None else "",
    )
    return Settled(draft=replace(draft, clash=clash, dirty=False))
