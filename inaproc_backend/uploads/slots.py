"""What may be handed in for a slot, and by whom.

A slot of registration takes what the most generous of all forms takes: nobody knows yet which form the file
is for. A supporting document of a purchase takes what the rules of purchases say, from people who may buy.
"""

from __future__ import annotations

from dataclasses import replace
from functools import reduce

from sqlalchemy import Connection

from inaproc_backend.purchasing.actors import Sender, load_actor
from inaproc_backend.services import Services
from inaproc_core.errors import refuse
from inaproc_core.orders.attaching import UPLOAD_SLOT
from inaproc_core.registration.forms import AccessForm, ProfileForm, RegistrationRules, SlotRule
from inaproc_core.registration.vocabulary import FileSlot
from inaproc_core.roles import BUYERS
from inaproc_core.wire.registration import BeginUpload
from inaproc_documents.intake.inspecting import Wanted


def wanted_for(services: Services, slot: str) -> Wanted:
    """Return what a file for a slot must be today; the form or order that names it later asks for its own.

    Raises:
        Refused: ``upload.bad_announcement`` when there is no such slot.
    """
    rules = services.registration.at(services.today())
    if slot != UPLOAD_SLOT:
        return Wanted.of(slot_rule(rules, slot), rules.limits)
    policy = services.policies.at(services.today())
    return Wanted(
        max_bytes=policy.attachments_max_bytes,
        max_pixels=rules.limits.picture_max_pixels,
        max_pages=policy.attachments_max_pages,
    )


def check_may_announce(connection: Connection, services: Services, user_id: str, asked: BeginUpload) -> None:
    """Refuse a supporting document from somebody who buys nothing; the slots of registration are everybody's.

    Raises:
        Refused: ``access.not_yours``, ``access.not_active``, ``access.second_factor_required``,
            ``upload.not_a_buyer``.
    """
    if asked.slot != UPLOAD_SLOT:
        return
    today = services.today()
    sender = Sender(user_id=user_id, device_id="", stepped_up_at=None)
    actor = load_actor(connection, sender, asked.acting_as, today, services.registration.at(today))
    if actor.role not in BUYERS:
        refuse("upload.not_a_buyer", at="acting_as", role=actor.role.value)


def slot_rule(rules: RegistrationRules, slot: str) -> SlotRule:
    """Return what may be uploaded for a slot of registration on a day.

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
