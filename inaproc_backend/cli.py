"""``inaproc-backend``: serve, import, migrate, restored, check, appoint, training."""

from __future__ import annotations

import argparse
import logging
import os
import sys
from collections.abc import Iterator, Sequence
from contextlib import contextmanager, nullcontext
from dataclasses import replace
from datetime import date
from pathlib import Path

from sqlalchemy.exc import SQLAlchemyError

from inaproc_backend.accounts.breached import check_file
from inaproc_backend.checking.cli import add_arguments as add_check
from inaproc_backend.config import Config
from inaproc_backend.importers.cli import add_arguments as add_import
from inaproc_backend.place import add_place
from inaproc_backend.services import Services, open_services, system_clock
from inaproc_backend.storage.cli import add_arguments as add_migrate
from inaproc_backend.storage.database import UnsupportedServerError
from inaproc_backend.storage.folder import WrongFolderError, hold_folder
from inaproc_backend.storage.schema import SchemaMismatchError
from inaproc_backend.storage.setting_aside import prepare_folder
from inaproc_backend.storage.statements import Statement
from inaproc_core.wire.versions import is_version
from inaproc_documents.intake.scanning import scanner_at

_PATIENCE_SECONDS = 10.0
"""How long the folder is waited for: the process before may be finishing its last requests."""

_SCANNER_VARIABLE = "INAPROC_SCANNER"
_REAL_PEOPLE = Statement("SELECT COUNT(*) FROM people WHERE NOT simulation")
_LOOPBACK = frozenset({"127.0.0.1", "::1", "localhost"})


def main(arguments: Sequence[str] | None = None) -> int:
    """Run one command and return the exit status: 0 fine, 1 refused or inconsistent, 2 not possible."""
    logging.basicConfig(level=logging.WARNING, format="%(asctime)s %(levelname)s %(name)s: %(message)s")
    args = _parser().parse_args(arguments)
    try:
        return int(args.run(args))
    except (
        SchemaMismatchError,
        UnsupportedServerError,
        WrongFolderError,
        SQLAlchemyError,
        OSError,
        ValueError,
    ) as error:
        sys.stderr.write(f"inaproc-backend: {error}\n")
        return 2


def _parser() -> argparse.ArgumentParser:
    parser = argparse.ArgumentParser(
        prog="inaproc-backend", description="The HTTP service of INAPROC Desktop, on SQLite or PostgreSQL."
    )
    subparsers = parser.add_subparsers(required=True, metavar="COMMAND")
    serve = subparsers.add_parser(
        "serve",
        help="serve requests until SIGTERM or Ctrl+C",
        epilog="Mail server and SMS gateway are named in the environment: docs/messages.md.",
    )
    add_place(serve)
    serve.add_argument("--host", default="127.0.0.1", help="address to listen on (127.0.0.1)")
    serve.add_argument("--port", type=int, default=8080, help="port; 0 takes any free one (8080)")
    serve.add_argument("--training", action="store_true", help="with a made-up office, marked SIMULASI")
    serve.add_argument("--certificate", default="", metavar="FILE", help="TLS chain in PEM")
    serve.add_argument("--key", default="", metavar="FILE", help="private key of the certificate")
    serve.add_argument(
        "--trust-forwarded",
        action="store_true",
        help="behind an own proxy: take client addresses from X-Forwarded-For",
    )
    serve.add_argument(
        "--breached-passwords",
        type=Path,
        default=None,
        metavar="FILE",
        help="SHA-1 values of known passwords, ordered by value; refused where somebody chooses one",
    )
    serve.add_argument(
        "--scanner",
        default=os.environ.get(_SCANNER_VARIABLE, ""),
        metavar="ADDRESS",
        help="ClamAV daemon that files handed in are shown to: clamd://host:3310 or clamd:///path/of/socket "
        f"(environment: {_SCANNER_VARIABLE})",
    )
    serve.add_argument(
        "--min-client",
        default="",
        metavar="VERSION",
        help="oldest application that is served: 0.3 or 0.3.1 (any); see docs/versions.md",
    )
    serve.add_argument(
        "--upgrade-by",
        type=date.fromisoformat,
        default=None,
        metavar="DAY",
        help="with --min-client: older ones are served up to this day, 2027-01-31, and say so on screen",
    )
    serve.add_argument(
        "--while-stdin-open",
        action="store_true",
        help="end when standard input closes: the program that started this one has ended",
    )
    serve.set_defaults(run=_serve)
    add_import(subparsers)
    add_migrate(subparsers)
    add_check(subparsers)
    appoint = subparsers.add_parser("appoint", help="make an account a verifikator: the first of a house")
    add_place(appoint)
    appoint.add_argument("username", help="of an account that has registered by itself")
    appoint.add_argument("--kind", required=True, metavar="KIND", help="VERIFIKATOR_INAPROC or VAI")
    appoint.add_argument("--klpd", default="", metavar="CODE", help="instansi of a VAI: D197")
    appoint.add_argument("--until", default="", metavar="DAY", help="last day, 2026-12-31 (open end)")
    appoint.set_defaults(run=_appoint)
    training = subparsers.add_parser("training", help="make the training office, or make it anew")
    add_place(training)
    training.add_argument("--reset", action="store_true", help="throw away all orders and start again")
    training.set_defaults(run=_training)
    return parser


def _config(args: argparse.Namespace, *, training: bool = False) -> Config:
    args.data.mkdir(parents=True, exist_ok=True, mode=0o700)
    return Config(
        data=args.data,
        # Training never touches the office's own database, whatever the environment says.
        database_url="" if training else args.database,
        training=training,
        trust_forwarded=getattr(args, "trust_forwarded", False),
        breached_passwords=getattr(args, "breached_passwords", None),
        min_client=getattr(args, "min_client", ""),
        upgrade_by=getattr(args, "upgrade_by", None),
        scanner=getattr(args, "scanner", ""),
    )


def _serve(args: argparse.Namespace) -> int:
    # Late: web framework and HTTP client take half a second to load, which other commands need not wait for.
    from inaproc_backend.app import create_app
    from inaproc_backend.messaging.settings import messaging_from
    from inaproc_backend.registration.settings import verification_from
    from inaproc_backend.serving import end_with_stdin, serve

    if bool(args.certificate) != bool(args.key):
        sys.stderr.write("inaproc-backend: --certificate and --key go together; give both or neither\n")
        return 2
    fault = _version_fault(args)
    if fault:
        sys.stderr.write(f"inaproc-backend: {fault}\n")
        return 2
    if args.training and args.host not in _LOOPBACK:
        sys.stderr.write(
            "inaproc-backend: training is for this machine alone: everybody knows its password\n"
        )
        return 2
    if args.host not in _LOOPBACK and not args.certificate and not args.trust_forwarded:
        sys.stderr.write(
            "inaproc-backend: passwords would travel in clear; give --certificate and --key, "
            "or serve on loopback behind a TLS proxy with --trust-forwarded\n"
        )
        return 2
    config = _config(args, training=args.training)
    scanner_at(config.scanner)  # a wrong address is told before anything is opened
    if config.breached_passwords is not None:
        check_file(config.breached_passwords)
    if not args.training:  # training sends nothing: it has a mailbox
        config = replace(
            config, messaging=messaging_from(os.environ), verification=verification_from(os.environ)
        )
    with _alone(config):
        services = open_services(config)
        if args.training:
            _refuse_real_office(services)
            _build_office(services)
        app = create_app(config, services=services)
        if args.while_stdin_open:
            end_with_stdin()
        serve(app, host=args.host, port=args.port, certificate=args.certificate, key=args.key)
    return 0


def _version_fault(args: argparse.Namespace) -> str:
    """Return what is wrong with the wish for newer clients, empty when nothing is."""
    if args.min_client and not is_version(args.min_client):
        return f"--min-client {args.min_client}: give a version such as 0.3 or 0.3.1"
    if args.upgrade_by is not None and not args.min_client:
        return "--upgrade-by goes with --min-client: name the version that is wanted by then"
    return ""


@contextmanager
def _alone(config: Config) -> Iterator[None]:
    """On SQLite hold the folder and bring its database up to date; on PostgreSQL ``migrate`` does that."""
    if config.database_url:
        yield
        return
    with hold_folder(config.data, patience=_PATIENCE_SECONDS):
        for told in prepare_folder(config.data, training=config.training, now=system_clock()):
            sys.stderr.write(f"inaproc-backend: {told}\n")
        yield


def _appoint(args: argparse.Namespace) -> int:
    # Late: the queue of messages and all of registration, which no other command needs.
    from inaproc_backend.registration.appointing import appoint, kind_of

    kind, until = kind_of(args.kind), date.fromisoformat(args.until) if args.until else None
    services = open_services(_config(args))
    try:
        done = appoint(services, args.username, kind, klpd_code=args.klpd, until=until)
    finally:
        services.database.close()
    where = f", {done.place}" if done.place else ""
    said = "is now" if done.is_new else "is already"
    sys.stdout.write(f"{done.name} {said} {done.label}{where} (access {done.access_id})\n")
    if done.needs_second_factor:
        sys.stdout.write("the access acts once the person has turned on two-step verification\n")
    return 0


def _training(args: argparse.Namespace) -> int:
    config = _config(args, training=True)
    with _alone(config) if args.reset else nullcontext():
        return _build_or_reset(config, args)


def _build_or_reset(config: Config, args: argparse.Namespace) -> int:
    # Late: its vocabulary is read at once, and only this command and "serve --training" need it.
    from inaproc_backend.training.office import reset
    from inaproc_backend.training.vault import vault_of

    services = open_services(config)
    try:
        _refuse_real_office(services)
        if args.reset:
            reset(
                services.database,
                now=services.clock(),
                hash_password=services.passwords.hash,
                vault=vault_of(services),
            )
            sys.stdout.write("the training office was made anew\n")
        else:
            built = _build_office(services)
            sys.stdout.write("the training office was made\n" if built else "it is there already\n")
    finally:
        services.database.close()
    return 0


def _refuse_real_office(services: Services) -> None:
    """Refuse to mix a made-up office into a real one.

    Raises:
        ValueError: the database has people who are no simulation.
    """
    with services.database.read() as connection:
        row = _REAL_PEOPLE.one(connection)
    if row is not None and row[0] > 0:
        message = f"{services.config.data} holds a real office; give training a folder of its own (--data)"
        raise ValueError(message)


def _build_office(services: Services) -> bool:
    # Late, as above.
    from inaproc_backend.training.office import build_office
    from inaproc_backend.training.vault import vault_of

    return build_office(
        services.database,
        now=services.clock(),
        hash_password=services.passwords.hash,
        vault=vault_of(services),
    )
