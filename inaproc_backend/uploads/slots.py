"""What a slot takes while nobody knows yet which form the file is for: the most generous of all forms."""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from inaproc_core.errors import refuse
from inaproc_core.registration.forms import AccessForm, ProfileForm, RegistrationRules, SlotRule
from inaproc_core.registration.vocabulary import FileSlot


def slot_rule(rules: RegistrationRules, slot: str) -> SlotRule:
    """Return what may be uploaded for a slot on a day; the form that names the file later asks for its own.

    Raises:
        Refused: ``upload.bad_announcement`` when no form of that day has the slot.
    """
    forms: list[ProfileForm | AccessForm] = [*rules.profile_forms.values(), *rules.access_forms.values()]
    known = slot in {one.value for one in FileSlot}
    found = [rule for form in forms if known and (rule := form.slot(FileSlot(slot))) is not None]
    if not found:
        refuse("upload.bad_announcement", at="slot")
    return reduce(_either, found)


def _either(one: SlotRule, other: SlotRule) -> SlotRule:
    return replace(
        one,
        max_bytes=max(one.max_bytes, other.max_bytes),
        min_bytes=min(one.min_bytes, other.min_bytes),
        min_width=min(one.min_width, other.min_width),
        min_height=min(one.min_height, other.min_height),
    )
