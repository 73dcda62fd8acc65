"""Why something waits for the link, in words: one sentence per class of deed, the same on every screen."""

from __future__ import annotations

from inaproc_core.orders.offline import DeedClass, needs_link, reason_code
from inaproc_desktop.views.words.sentences import sentence


def reason_without_link(of: DeedClass, *, online: bool) -> str:
    """Return why deeds of a class cannot be done now; empty when the link does not hinder them."""
    return "" if online or not needs_link(of) else sentence(reason_code(of))
