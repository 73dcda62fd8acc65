"""What becomes of a shared draft when the backend was put back, or knows what nobody sees any more."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime, timedelta

import pytest

from inaproc_core.orders import commands as c
from inaproc_core.orders.form import CheckoutForm
from inaproc_core.orders.model import Order
from inaproc_desktop.ports.drafts import ClashKind, VersionOrigin
from inaproc_desktop.storage.draft_rows import SharedDraft
from inaproc_desktop.storage.draft_settling import Fate, News, settle
from tests import builders as b

LATER = b.NOW + timedelta(minutes=5)
AGREED = b.form(note="disepakati")


def image(form: CheckoutForm, rev: int, at: datetime = b.NOW) -> Order:
    play = b.Play(known=b.facts())
    play.do(c.SaveDraft(form=form, device="Meja 2"), b.PP)
    assert play.order is not None
    history = tuple(replace(entry, at=at) for entry in play.order.history)
    return replace(play.order, revision=rev, history=history, id=form.order_id)


def draft(form: CheckoutForm = AGREED, **more: object) -> SharedDraft:
    made = SharedDraft(
        access_id=b.PP.access_id,
        id=b.ORDER_ID,
        title="Penyedia",
        form=form,
        saved_at=b.NOW,
        actor=b.PP,
        base=AGREED,
        base_rev=5,
        agreed_at=b.NOW,
        epoch="e1",
    )
    return replace(made, **more)  # type: ignore[arg-type]


def test_what_a_restored_backend_lost_is_sent_again_and_its_old_state_is_kept_aside() -> None:
    old = b.form(note="lama")
    after = settle(draft(), News(epoch="e2", image=image(old, 3)))
    assert after.draft is not None
    assert (after.draft.form, after.draft.base, after.draft.base_rev) == (AGREED, old, 3)
    assert (after.draft.dirty, after.draft.epoch) == (True, "e2")
    assert [version.origin for version in after.versions] == [VersionOrigin.THEIRS]
    gone = settle(draft(), News(epoch="e2", image=None))
    assert gone.draft is not None
    assert (gone.draft.base_rev, gone.draft.base, gone.draft.dirty) == (0, None, True)


def test_a_new_history_without_loss_sends_nothing() -> None:
    after = settle(draft(), News(epoch="e2", image=image(AGREED, 5)))
    assert after.draft is not None
    assert (after.draft.dirty, after.draft.epoch, after.versions) == (False, "e2", ())


def test_what_was_typed_on_a_restored_state_since_then_is_asked_about_where_it_differs() -> None:
    newer = replace(b.form(note="diketik sesudahnya"), rup_code="51402877")
    after = settle(draft(), News(epoch="e2", image=image(newer, 5, LATER)))
    assert after.draft is not None and after.draft.clash is not None
    assert after.draft.form == AGREED
    assert after.draft.base_rev == 0  # so that the backend says conflict, whatever its number is now
    same = settle(draft(), News(epoch="e2", image=image(replace(AGREED, rup_code="51402877"), 7, LATER)))
    assert same.draft is not None
    assert (same.draft.form.note, same.draft.form.rup_code) == ("disepakati", "51402877")


def test_a_save_decided_in_a_lost_history_is_not_agreed() -> None:
    typed = replace(AGREED, note="lanjut")
    sent = draft(typed, sent="c-1")
    news = News(epoch="e2", image=image(AGREED, 5), sent=Fate.TAKEN, sent_rev=6, sent_form=typed)
    after = settle(sent, news)
    assert after.draft is not None
    assert (after.draft.form, after.draft.base_rev, after.draft.dirty) == (typed, 5, True)


def test_a_conflict_with_what_nobody_sees_means_it_was_thrown_away() -> None:
    unsent = draft(base=None, base_rev=0, agreed_at=None, epoch="", sent="c-1")
    after = settle(unsent, News(epoch="e1", image=None, sent=Fate.CONFLICT))
    assert after.draft is not None and after.draft.clash is not None
    assert after.draft.clash.kind is ClashKind.DISCARDED
    assert after.answered == ("c-1",)


@pytest.mark.parametrize(
    ("fate", "dirty"), [(Fate.REFUSED, False), (Fate.WITHDRAWN, False), (Fate.UNDECIDED, False)]
)
def test_a_refused_save_is_not_tried_again_by_itself(fate: Fate, dirty: bool) -> None:
    typed = replace(AGREED, note="lanjut")
    after = settle(draft(typed, sent="c-1"), News(epoch="e1", image=image(AGREED, 5), sent=fate))
    assert after.draft is not None
    assert (after.draft.form, after.draft.dirty, after.answered) == (typed, dirty, ())


def test_an_unsent_save_gives_way_to_a_merge() -> None:
    typed = replace(AGREED, note="lanjut")
    news = News(epoch="e1", image=image(replace(AGREED, rup_code="1"), 6), sent=Fate.UNSENT)
    after = settle(draft(typed, sent="c-1"), news)
    assert after.draft is not None
    assert after.dropped == ("c-1",)
    assert after.draft.form == replace(typed, rup_code="1")
    assert after.draft.dirty
    quiet = News(epoch="e1", image=image(AGREED, 5), sent=Fate.UNSENT)
    assert settle(draft(typed, sent="c-1"), quiet).dropped == ()
