"""Routes of training mode: who can be signed in as, and building the office anew."""

from __future__ import annotations

from litestar import get, post
from litestar.status_codes import HTTP_200_OK

from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.http.requests import ServicesParameter, SignedInParameter
from inaproc_backend.services import Services
from inaproc_backend.training.office import Person, people, reset


@get("/v1/training/people", sync_to_thread=False, tags=["training"])
def list_people(services: ServicesParameter) -> list[Person]:
    """Return the people of the training office; they share one public password."""
    _only_in_training(services)
    return people()


@post("/v1/training/reset", sync_to_thread=True, status_code=HTTP_200_OK, tags=["training"])
def reset_office(services: ServicesParameter, signed_in: SignedInParameter) -> dict[str, str]:
    """Throw away all orders and imports and build the office anew; answers with the new epoch."""
    _only_in_training(services)
    epoch = reset(services.database, now=services.clock(), hash_password=services.passwords.hash)
    return {"epoch": epoch}


def _only_in_training(services: Services) -> None:
    if not services.config.training:
        raise HttpRefused(404, "training.off")


handlers = [list_people, reset_office]
