"""One item of the desk, whole: form, files, checks, duplicates, history. Opening it is logged."""

from __future__ import annotations

from collections.abc import Mapping

from sqlalchemy import Connection

from inaproc_backend.accounts.sessions import SignedIn
from inaproc_backend.desk import hints
from inaproc_backend.desk.ids import ACCESS, PROFILE, parse_item
from inaproc_backend.desk.queue import is_listed, row_of
from inaproc_backend.desk.seats import Seat, take_seat, why_not_profile, why_not_request
from inaproc_backend.registration import files, images
from inaproc_backend.registration.request_views import labels_of
from inaproc_backend.registration.stored_profiles import StoredProfile, load_profile, profile_history
from inaproc_backend.registration.stored_requests import StoredRequest, load_request, request_history
from inaproc_backend.services import Services
from inaproc_backend.storage.statements import Statement
from inaproc_backend.storage.times import to_text
from inaproc_backend.uploads.viewing import MayView
from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.registration.vocabulary import RequestStatus, Verifier
from inaproc_core.values import ulid
from inaproc_core.wire.desk import DeskItem, Duplicate, QueueRow

_PERSON = Statement("SELECT name, username, email, phone, nip FROM people WHERE id = :user_id")
_NAME = Statement("SELECT name FROM people WHERE id = :user_id")
_LOOKED = Statement(
    """
    INSERT INTO desk_views (id, item_id, user_id, access_id, at)
    VALUES (:id, :item_id, :user_id, :access_id, :at)
    """
)
_GRANTED_BY = Statement(
    """
    SELECT r.fields FROM accesses a JOIN access_requests r ON r.id = a.request_id
    WHERE a.id = :access_id AND a.user_id = :user_id
    """
)
_SENT_BEFORE = Statement(
    """
    SELECT snapshot FROM profile_history
    WHERE user_id = :user_id AND snapshot IS NOT NULL ORDER BY n DESC LIMIT 2
    """
)
_ASKED_BEFORE = Statement(
    """
    SELECT snapshot FROM request_history
    WHERE request_id = :request_id AND snapshot IS NOT NULL ORDER BY n DESC LIMIT 2
    """
)
_OWNER = Statement("SELECT user_id FROM files WHERE id = :file_id")
_IN_PROFILE = Statement("SELECT user_id, files FROM profiles WHERE user_id = :user_id")
_IN_REQUESTS = Statement("SELECT id, files FROM access_requests WHERE user_id = :user_id ORDER BY id")


def open_item(services: Services, signed_in: SignedIn, acting_as: str, item_id: str) -> DeskItem:
    """Return an item, and note who opened it.

    Raises:
        Refused: as ``seats.take_seat``; ``desk.item_unknown``: there is none, or not within this access.
    """
    what, key = parse_item(item_id)
    now = services.clock()
    with services.database.write() as connection:
        seat = take_seat(connection, services, signed_in, acting_as)
        seat.decides_as()
        item = _read(connection, services, seat, what, key)
        _LOOKED.run(
            connection,
            {
                "id": ulid(now, services.bits(80)),
                "item_id": item_id,
                "user_id": signed_in.user_id,
                "access_id": acting_as,
                "at": to_text(now),
            },
        )
    return item


def may_view_files(services: Services) -> MayView:
    """Return who may look at other people's files: whoever sees the item that they belong to."""

    def may_view(connection: Connection, viewer: SignedIn, access_id: str, file_id: str) -> bool:
        try:
            seat = take_seat(connection, services, viewer, access_id)
        except Refused:  # not an access of theirs, or one with nothing to do here: the file stays unknown
            return False
        return _may_view(connection, seat, file_id)

    return may_view


def _may_view(connection: Connection, seat: Seat, file_id: str) -> bool:
    """Return whether an item that this seat sees names the file."""
    owner = _OWNER.one(connection, {"file_id": file_id})
    if owner is None or seat.verifier is None:
        return False
    items = [(PROFILE, *row) for row in _IN_PROFILE.all(connection, {"user_id": owner[0]})]
    items += [(ACCESS, *row) for row in _IN_REQUESTS.all(connection, {"user_id": owner[0]})]
    return any(
        file_id in images.texts(bytes(stored)).values() and is_listed(connection, seat, what, key)
        for what, key, stored in items
    )


def _read(connection: Connection, services: Services, seat: Seat, what: str, key: str) -> DeskItem:
    row = row_of(connection, seat, what, key, services.clock())
    profile = load_profile(connection, key) if what == PROFILE else None
    if row is not None and profile is not None:
        return _profile_item(connection, seat, profile, row)
    request = load_request(connection, key) if what == ACCESS else None
    if row is None or request is None:
        # None at all, another house's, one that waits for another verifikator or a provider: all look alike.
        refuse("desk.item_unknown", at="item_id")
    return _request_item(connection, services, seat, request, row)


def _profile_item(connection: Connection, seat: Seat, profile: StoredProfile, row: QueueRow) -> DeskItem:
    refusal = _not_waiting(profile.status.value) or why_not_profile(seat, profile)
    return DeskItem(
        row=row,
        fields=dict(profile.fields),
        files=files.shown(connection, profile.files),
        old_fields=_before(connection, _SENT_BEFORE, {"user_id": profile.user_id}),
        person=_person(connection, profile.user_id),
        duplicates=hints.of_profile(connection, profile),
        history=profile_history(connection, profile.user_id, named=True),
        may_decide=refusal is None,
        why_not=refusal.code if refusal is not None else "",
    )


def _request_item(
    connection: Connection, services: Services, seat: Seat, request: StoredRequest, row: QueueRow
) -> DeskItem:
    refusal = _not_waiting(request.status.value) or why_not_request(connection, services, seat, request)
    first = _NAME.one(connection, {"user_id": request.first_by}) if request.first_by else None
    profile = load_profile(connection, request.user_id)
    return DeskItem(
        row=row,
        fields=dict(request.fields),
        files=files.shown(connection, request.files),
        labels=labels_of(connection, request),
        old_fields=_old_fields(connection, request),
        person=_person(connection, request.user_id),
        checks=list(request.checks),
        duplicates=_told(seat, hints.of_request(connection, request, profile)),
        history=request_history(connection, request, named=True),
        may_decide=refusal is None,
        why_not=refusal.code if refusal is not None else "",
        first_by=str(first[0]) if first is not None else "",
    )


def _told(seat: Seat, found: list[Duplicate]) -> list[Duplicate]:
    """Return likenesses as the seat may know them: a company learns of them, not whose accounts they are."""
    if seat.verifier is not Verifier.COMPANY:
        return found
    return [Duplicate(code=code, name="") for code in dict.fromkeys(one.code for one in found)]


def _not_waiting(status: str) -> Refusal | None:
    return None if status == RequestStatus.WAITING.value else Refusal(code="desk.not_waiting")


def _person(connection: Connection, user_id: str) -> dict[str, str]:
    row = _PERSON.one(connection, {"user_id": user_id})
    names = ("name", "username", "email", "phone", "nip")
    return dict(zip(names, row, strict=True)) if row is not None else {}


def _old_fields(connection: Connection, request: StoredRequest) -> dict[str, str]:
    """Return what to compare with: the access that is renewed or left, else what was sent before."""
    former = request.renews or request.transfers
    if former:
        row = _GRANTED_BY.one(connection, {"access_id": former, "user_id": request.user_id})
        return images.texts(bytes(row[0])) if row is not None else {}
    return _before(connection, _ASKED_BEFORE, {"request_id": request.request_id})


def _before(connection: Connection, statement: Statement, values: Mapping[str, str]) -> dict[str, str]:
    rows = statement.all(connection, values)
    return images.snapshot(bytes(rows[1][0])).fields if len(rows) > 1 else {}
