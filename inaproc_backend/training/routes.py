"""Routes of training mode, there only when it is on: who can sign in, and building the office anew."""

from __future__ import annotations

from litestar import get, post

from inaproc_backend.http.describing import problems
from inaproc_backend.http.requests import ServicesParameter, SignedInParameter
from inaproc_backend.training.office import reset
from inaproc_backend.training.people import Person, people
from inaproc_backend.training.vault import vault_of


@get("/v1/training/people", sync_to_thread=False, security=[{}])
def list_people() -> list[Person]:
    """The people of the training office; they share one public password."""
    return people()


@post("/v1/training/reset", status_code=200, sync_to_thread=True, responses=problems(401))
def reset_office(services: ServicesParameter, signed_in: SignedInParameter) -> dict[str, str]:
    """Throw away all orders and imports and build the office anew; answers with the new epoch."""
    rebuilt = reset(
        services.database,
        now=services.clock(),
        hash_password=services.passwords.hash,
        vault=vault_of(services),
    )
    services.wake.announce(rebuilt.heads)
    return {"epoch": rebuilt.epoch}


handlers = [list_people, reset_office]
