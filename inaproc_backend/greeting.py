"""Hello: what this backend speaks, takes and asks of a client (protocol.md 2.12)."""

from __future__ import annotations

from inaproc_backend.services import Services
from inaproc_backend.storage.schema import SCHEMA_VERSION
from inaproc_core.errors import Refusal
from inaproc_core.wire.messages import Hello, HelloAnswer, HelloLimits, changed
from inaproc_core.wire.versions import Speaker


def greet(services: Services, asked: Hello) -> HelloAnswer:
    """Return the answer to a hello; without the rules where the client has them, or is not taken anyway."""
    terms, limits = services.terms, services.config.limits
    answer = HelloAnswer(
        proto_min=terms.proto_min,
        proto_max=terms.proto_max,
        server_version=terms.server_version,
        server_time=services.clock(),
        epoch=services.epoch,
        training=services.config.training,
        schema=SCHEMA_VERSION,
        type_versions=services.commands.ranges(),
        min_client=terms.min_client,
        upgrade_by=terms.upgrade_by.isoformat() if terms.upgrade_by is not None else "",
        limits=HelloLimits(
            batch=limits.batch,
            body=limits.body,
            pull_rows=limits.pull_rows,
            chunk=services.registration.at(services.today()).limits.upload_block,
        ),
        policy_version=services.policies.version,
        rules_version=services.rules_version,
    )
    client = Speaker(version=asked.client_version, proto_min=asked.proto_min, proto_max=asked.proto_max)
    if asked.rules_held == services.rules_version or refusal_of(services, client) is not None:
        return answer
    return changed(
        answer,
        policy=dict(services.policies.document),
        registration=dict(services.registration.document),
    )


def refusal_of(services: Services, client: Speaker) -> Refusal | None:
    """Return why a client is not talked to today, or ``None``."""
    return services.terms.refusal(client, services.today())
