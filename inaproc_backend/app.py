"""The composition root of the backend: one function that puts a running service together.

Routes of other packages are lists named ``handlers`` in ``catalogue.routes``, ``documents.routes`` and
``training.routes``. A handler may take these parameters by name:

* ``services: ServicesParameter`` – database, clock, configuration and the rest (``services.Services``);
* ``signed_in: SignedInParameter`` – the person behind the access token; without one the answer is 401;
* ``request: AnyRequest`` – for headers; ``language_of(request)`` picks the language of sentences.

It refuses with ``inaproc_core.errors.refuse`` (status 400, or as ``http.problems`` maps the code) or with
``HttpRefused(status, code, …)``; both become a ``Problem``. A handler that reads the database is a plain
function with ``sync_to_thread=True``, so that the event loop never waits for a disk. A public handler says
``security=[{}]``.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import Any

from litestar import Litestar, Response
from litestar.di import Provide
from litestar.exceptions import HTTPException, ValidationException
from litestar.openapi import OpenAPIConfig
from litestar.openapi.plugins import JsonRenderPlugin
from litestar.openapi.spec import Components, SecurityScheme

from inaproc_backend.catalogue import routes as catalogue_routes
from inaproc_backend.cluster import Cluster
from inaproc_backend.config import Config
from inaproc_backend.deadlines import DeadlineWorker
from inaproc_backend.desk import routes as desk_routes
from inaproc_backend.desk.items import may_view_files
from inaproc_backend.documents import routes as documents_routes
from inaproc_backend.documents import store as document_store
from inaproc_backend.http import account, commands, health, problems, recoveries, registrations, session, sync
from inaproc_backend.http.requests import AnyRequest, provide_services, provide_signed_in
from inaproc_backend.http.versions import check_client
from inaproc_backend.messaging import routes as messaging_routes
from inaproc_backend.messaging.worker import MessageWorker
from inaproc_backend.purchasing.handler import CommandHandler
from inaproc_backend.purchasing.lane import CommandLane
from inaproc_backend.registration import routes as registration_routes
from inaproc_backend.registration.http_verification import HttpVerification
from inaproc_backend.registration.life import AccessWorker
from inaproc_backend.registration.verifying import VerificationWorker
from inaproc_backend.services import Services, open_services
from inaproc_backend.training import routes as training_routes
from inaproc_backend.upkeep import UpkeepWorker
from inaproc_backend.uploads import routes as uploads_routes
from inaproc_core.errors import Refused
from inaproc_documents.intake.scanning import scanner_at

_JSON = "application/json"
_DESCRIPTION = (
    "E-purchasing orders of one or many offices: what people do goes in as commands, each decided once; what "
    "is new comes out through the change feed, page by page. Errors are Problem objects with a stable code."
)
_NO_PROVIDER_SECONDS = 600.0
"""How often profiles are looked for that wait for a provider which is no longer there."""
_WRITERS = 16
"""Commands at a time on PostgreSQL; SQLite has one writer anyway."""


def create_app(
    config: Config, *, services: Services | None = None, deadline_seconds: float = 60.0
) -> Litestar:
    """Return the service.

    Args:
        config: what the operator set.
        services: shared parts with another clock, randomness or rule book; opened from the configuration
            where none are given. They are closed with the application.
        deadline_seconds: how often overdue orders are looked for; 0: neither this nor any other work apart
            from requests (sending messages, sweeping): another process does it. Of several processes that
            would, one does.
    """
    shared = services or open_services(config)
    handler = CommandHandler(shared, document_store)
    lane = CommandLane(handler, threads=_WRITERS, together=shared.database.is_sqlite)
    cluster = Cluster(shared.database, shared.wake)
    leads = cluster.leads
    workers: list[DeadlineWorker | MessageWorker | UpkeepWorker | AccessWorker | VerificationWorker] = []
    if deadline_seconds > 0:
        workers.append(DeadlineWorker(shared, handler, every=deadline_seconds, leads=leads))
        workers.append(MessageWorker(shared))
        workers.append(UpkeepWorker(shared, leads=leads))
        workers.append(AccessWorker(shared, every=deadline_seconds, leads=leads))
        workers.append(_verification_worker(shared, leads))

    def start(app: Litestar) -> None:
        cluster.start()
        for worker in workers:
            worker.start()

    def stop(app: Litestar) -> None:
        for worker in workers:
            worker.stop()
        lane.close()
        cluster.stop()
        shared.database.close()

    app = Litestar(
        route_handlers=_routes(training=config.training),
        dependencies={
            "services": Provide(provide_services, sync_to_thread=False),
            "signed_in": Provide(provide_signed_in, sync_to_thread=True),
        },
        before_request=_check_request,
        after_request=_keep_private,
        exception_handlers={
            Refused: problems.answer_refused,
            problems.HttpRefused: problems.answer_http_refused,
            ValidationException: problems.answer_validation,
            HTTPException: problems.answer_http,
            RecursionError: problems.answer_too_deep,
            Exception: problems.answer_fault,
        },
        request_max_body_size=config.limits.body,
        on_startup=[start],
        on_shutdown=[stop],
        openapi_config=OpenAPIConfig(
            title="INAPROC Desktop backend",
            version=shared.version,
            description=_DESCRIPTION,
            path="/schema",
            render_plugins=[JsonRenderPlugin()],
            use_handler_docstrings=True,
            components=Components(security_schemes={"token": SecurityScheme(type="http", scheme="bearer")}),
            security=[{"token": []}],
        ),
        logging_config=None,
        debug=False,
    )
    app.state.services = shared
    app.state.lane = lane
    app.state.scanner = scanner_at(config.scanner)
    app.state.may_view = may_view_files(shared)
    return app


def _routes(*, training: bool) -> Sequence[Any]:
    routes: list[Any] = [
        *session.handlers,
        *account.handlers,
        *recoveries.handlers,
        *registration_routes.handlers,
        *registrations.handlers,
        *commands.handlers,
        *sync.handlers,
        *health.handlers,
        *catalogue_routes.handlers,
        *documents_routes.handlers,
        *uploads_routes.handlers,
        *desk_routes.handlers,
    ]
    return [*routes, *training_routes.handlers, *messaging_routes.handlers] if training else routes


def _verification_worker(services: Services, leads: Callable[[], bool]) -> VerificationWorker:
    """Return the worker of the verification provider, or of none."""
    settings = services.config.verification
    provider = HttpVerification(settings, services.clock) if settings is not None else None
    every = settings.look if settings is not None else _NO_PROVIDER_SECONDS
    return VerificationWorker(services, provider, every=every, leads=leads)


def _check_request(request: AnyRequest) -> None:
    """Refuse a client that does not fit, and a body that is not JSON where JSON is asked for."""
    check_client(request)
    has_body = request.headers.get("content-length", "0") != "0" or "transfer-encoding" in request.headers
    given = request.headers.get("content-type", "").partition(";")[0].strip().lower()
    if request.method == "POST" and has_body and given != _JSON:
        raise problems.HttpRefused(415, "http.unsupported_media_type", given=given or "-", wanted=_JSON)


def _keep_private(response: Response[Any]) -> Response[Any]:
    """Let nobody between keep an answer, unless its route says how."""
    response.headers.setdefault("Cache-Control", "no-store")
    response.headers.setdefault("X-Content-Type-Options", "nosniff")
    return response
