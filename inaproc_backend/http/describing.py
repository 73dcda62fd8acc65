"""What the interface document says about answers: the success, and a Problem for everything else."""

from __future__ import annotations

from typing import Any

from litestar.openapi.datastructures import ResponseSpec

from inaproc_core.wire.messages import Problem

_MEANING = {
    400: "the request does not have the stated shape, or a rule refuses it",
    401: "nobody is signed in, or the proof is wrong",
    403: "not with this access",
    404: "there is no such thing, or not for you",
    405: "not with this method",
    409: "what the client holds does not fit this backend any more",
    413: "the body is too large",
    415: "the body is not of the stated type",
    422: "the id was used for something else before",
    429: "too many attempts; the answer states the waiting time",
    503: "a part of the service is away; try again later",
    507: "there is no room to store it",
}


def problems(*statuses: int) -> dict[int, ResponseSpec]:
    """Return the description of refusals, for a route's ``responses``."""
    return {
        status: ResponseSpec(data_container=Problem, description=_MEANING[status], generate_examples=False)
        for status in statuses
    }


def answers(kind: Any, *statuses: int) -> dict[int, ResponseSpec]:
    """Return the description of a route that writes JSON of ``kind`` by itself, and of its refusals."""
    success = ResponseSpec(data_container=kind, description="done", generate_examples=False)
    return {200: success, **problems(400, *statuses)}
