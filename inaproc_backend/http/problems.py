"""Every answer that is not a success, as one shape: a Problem with code, field, facts and a sentence."""

from __future__ import annotations

import logging
import re
import traceback
from collections.abc import Mapping

from litestar import Response
from litestar.exceptions import HTTPException, ValidationException

from inaproc_backend.http.requests import AnyRequest, language_of
from inaproc_backend.incidents import note_incident
from inaproc_backend.services import Services
from inaproc_core.errors import Fact, Refused
from inaproc_core.wire.messages import PROTO_MAX, Problem
from inaproc_core.wire.versions import UPGRADE_REQUIRED

_LOG = logging.getLogger(__name__)
_UNKNOWN_FIELD = re.compile(r"unknown field `([^`]*)`")
_MISSING_FIELD = re.compile(r"missing required field `([^`]*)`")
_INDEX = re.compile(r"\[(\d+)\]")

_STATUS = {
    "session.missing": 401,
    "session.token_expired": 401,
    "session.wrong_credentials": 401,
    "session.wrong_code": 401,
    "session.wrong_password": 401,
    "session.code_needed": 401,
    "session.password_needed": 401,
    "session.challenge_expired": 401,
    "session.second_factor_locked": 403,
    "session.step_up_required": 403,
    "account.session_unknown": 404,
    "recovery.unknown": 404,
    "recovery.too_many_tries": 403,
    "factor_reset.unknown": 404,
    "session.refresh_unknown": 401,
    "session.refresh_reused": 401,
    "session.refresh_spent": 409,
    "session.ended": 401,
    "session.too_many_attempts": 429,
    "code.paused": 429,
    "code.too_soon": 429,
    "code.too_many_sends": 429,
    "code.too_many_here": 429,
    "registration.too_many_here": 429,
    "nib.too_many_checks": 429,
    "registration.unknown": 404,
    "registration.completed": 409,
    "profile.moved_on": 409,
    "access_request.moved_on": 409,
    "access_request.unknown": 404,
    "desk.moved_on": 409,
    "desk.item_unknown": 404,
    "access.unknown": 404,
    "access.second_factor_required": 403,
    "command.id_reused": 422,
    "command.unknown": 404,
    "sync.epoch_suspect": 409,
    "sync.epoch_changed": 409,
    "http.not_found": 404,
}
"""HTTP status of refusals; every other code is 400."""

_BY_STATUS = {
    400: "http.bad_request",
    401: "session.missing",
    403: "http.forbidden",
    404: "http.not_found",
    405: "http.method_not_allowed",
    406: "http.not_acceptable",
    413: "http.too_large",
    415: "http.unsupported_media_type",
}


class HttpRefused(Exception):  # noqa: N818 - an answer, not a fault of the program
    """A refusal that names its own status; routes of other packages may raise it too."""

    def __init__(self, status: int, code: str, *, at: str = "", **facts: Fact) -> None:
        super().__init__(f"{status} {code}")
        self.status = status
        self.code = code
        self.field = at
        self.facts = facts


def answer_refused(request: AnyRequest, error: Refused) -> Response[Problem]:
    """A rule of ours refused."""
    refusal = error.refusal
    status = _STATUS.get(refusal.code, 400)
    return _problem(request, status, refusal.code, refusal.field, refusal.facts)


def answer_http_refused(request: AnyRequest, error: HttpRefused) -> Response[Problem]:
    """A route refused with a status of its own."""
    return _problem(request, error.status, error.code, error.field, error.facts)


def answer_validation(request: AnyRequest, error: ValidationException) -> Response[Problem]:
    """The request does not have the shape that the interface document states."""
    extra = error.extra[0] if isinstance(error.extra, list) and error.extra else {}
    text = str(extra.get("message", error.detail)) if isinstance(extra, Mapping) else str(error.detail)
    where = str(extra.get("key", "")) if isinstance(extra, Mapping) else ""
    path = _INDEX.sub(r".\1", where).removeprefix("data").removeprefix(".")
    if path == "" and text.strip("'") == "data":
        return _problem(request, 400, "http.body_missing", "", {})
    unknown = _UNKNOWN_FIELD.search(text)
    if unknown:
        field = f"{path}.{unknown[1]}" if path else unknown[1]
        return _problem(request, 400, "wire.unknown_field", field, {"name": unknown[1]})
    missing = _MISSING_FIELD.search(text)
    if missing:
        field = f"{path}.{missing[1]}" if path else missing[1]
        return _problem(request, 400, "wire.missing_field", field, {"name": missing[1]})
    return _problem(request, 400, "wire.malformed", path, {"problem": text})


def answer_http(request: AnyRequest, error: HTTPException) -> Response[Problem]:
    """The framework refused: no such route, wrong method, body too large, or not JSON."""
    status = error.status_code
    if status >= 500:
        return answer_fault(request, error)
    code = _BY_STATUS.get(status, "http.bad_request")
    facts = {"method": request.method, "path": request.url.path, "problem": str(error.detail)}
    return _problem(request, status, code, "", facts, dict(error.headers or {}))


def answer_too_deep(request: AnyRequest, _: RecursionError) -> Response[Problem]:
    """The body is nested deeper than any message of ours."""
    return _problem(request, 400, "http.too_deep", "", {})


def answer_fault(request: AnyRequest, error: Exception) -> Response[Problem]:
    """Our own bug: the client gets a number, the operator the trace."""
    if _holds_nul(error):
        return _problem(request, 400, "wire.malformed", "", {"problem": "U+0000"})
    services: Services = request.app.state.services
    trace = "".join(traceback.format_exception(error))
    where = f"{request.method} {request.url.path}"
    number = note_incident(services, where=where, detail=trace)
    _LOG.error("incident %s in %s", number, where, exc_info=error)
    return _problem(request, 500, "server.incident", "", {"incident": number})


def _holds_nul(error: Exception) -> bool:
    """Return whether a text of the request has a NUL: JSON may hold one, PostgreSQL never."""
    # By name: an office on SQLite need not have the driver of PostgreSQL.
    return type(error).__name__ == "DataError" and "cannot contain NUL" in str(error)


def _problem(
    request: AnyRequest,
    status: int,
    code: str,
    field: str,
    facts: Mapping[str, Fact],
    headers: dict[str, str] | None = None,
) -> Response[Problem]:
    services: Services = request.app.state.services
    sentence = services.sentences[language_of(request)].of(code, facts)
    more = {"Cache-Control": "no-store", "X-Content-Type-Options": "nosniff", **(headers or {})}
    if "wait_seconds" in facts:
        more["Retry-After"] = str(facts["wait_seconds"])
    if status == 401:
        more["WWW-Authenticate"] = 'Bearer realm="inaproc"'
    if status == UPGRADE_REQUIRED:  # the answer has to name what is spoken (RFC 9110, 15.5.22)
        more |= {"Upgrade": f"inaproc/{PROTO_MAX}", "Connection": "Upgrade"}
    return Response(
        Problem(code=code, sentence=sentence, field=field, facts=dict(facts)),
        status_code=status,
        headers=more,
        media_type="application/json",
    )
