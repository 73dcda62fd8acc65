"""What every route and worker of one running service shares. Made once, in ``app.create_app``."""

from __future__ import annotations

import json
import secrets
from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, date, datetime
from functools import cached_property, lru_cache
from importlib.metadata import PackageNotFoundError, version

import resources
from inaproc_backend.accounts.passwords import Passwords
from inaproc_backend.accounts.tokens import Bits
from inaproc_backend.config import Config
from inaproc_backend.place import open_database
from inaproc_backend.storage.database import Database
from inaproc_backend.storage.folder import match_folder
from inaproc_backend.storage.schema import create_schema, current_epoch
from inaproc_backend.wake import Wake
from inaproc_core.calendar import WorkCalendar, Zone, local_date
from inaproc_core.policy import PolicyBook
from inaproc_core.policy.default import load_default, load_default_calendar
from inaproc_core.registration.book import RegistrationBook, load_registration
from inaproc_core.sentences import LANGUAGES, Sentences
from inaproc_core.wire.codec import COMMANDS, fingerprint
from inaproc_core.wire.command_book import CommandBook
from inaproc_core.wire.messages import PROTO_MAX, PROTO_MIN
from inaproc_core.wire.versions import Terms

_VERSION_LENGTH = 12

Clock = Callable[[], datetime]
"""Returns the moment, aware."""


def system_clock() -> datetime:
    """Return the machine's time in UTC."""
    return datetime.now(UTC)


@dataclass(frozen=True, kw_only=True)
class Services:
    """The shared parts of one running service.

    Attributes:
        config: what the operator set.
        database: ``database.write()`` and ``database.read()``.
        clock: the only source of time.
        bits: the only source of randomness: ``bits(80)`` is an integer of 80 random bits.
        passwords: password hashes.
        policies: the dated rule book.
        registration: the dated forms, limits and reasons of registration.
        calendar: working days.
        wake: streams to tell after a commit.
        sentences: by language, for refusals.
        commands: which versions of which commands are taken.
    """

    config: Config
    database: Database
    clock: Clock
    bits: Bits
    passwords: Passwords
    policies: PolicyBook
    registration: RegistrationBook
    calendar: WorkCalendar
    wake: Wake
    sentences: Mapping[str, Sentences]
    commands: CommandBook = COMMANDS

    @property
    def epoch(self) -> str:
        """Identity of this database's history, as it is now: a reset or restore changes it under everybody.

        Whoever reads other rows as well takes ``schema.current_epoch`` in the same transaction.
        """
        with self.database.read() as connection:
            return current_epoch(connection)

    def today(self, zone: Zone = Zone.WIB) -> date:
        """Return the local date, at the capital unless told otherwise: accesses are dated by it."""
        return local_date(self.clock(), zone)

    @cached_property
    def version(self) -> str:
        """Version of the installed program."""
        try:
            return version("inaproc-desktop")
        except PackageNotFoundError:
            return "0"

    @property
    def terms(self) -> Terms:
        """What is asked of clients."""
        config = self.config
        return Terms(
            server_version=self.version,
            proto_min=PROTO_MIN,
            proto_max=PROTO_MAX,
            min_client=config.min_client,
            upgrade_by=config.upgrade_by,
        )

    @property
    def rules_version(self) -> str:
        """Version of rule book and registration data together."""
        return _rules_version(self.policies.version, self.registration)


def open_services(
    config: Config,
    *,
    clock: Clock = system_clock,
    bits: Bits = secrets.randbits,
    policies: PolicyBook | None = None,
    registration: RegistrationBook | None = None,
    calendar: WorkCalendar | None = None,
) -> Services:
    """Open the database, make its tables where there are none, and read rules and sentences.

    Raises:
        SchemaMismatchError: the database belongs to another version of this program.
        UnsupportedServerError: PostgreSQL is too old.
        WrongFolderError: the data folder belongs to another database.
    """
    database = open_database(config)
    try:
        create_schema(database, epoch=f"{bits(128):032x}", now=clock())
        match_folder(database, config.data)
    except BaseException:
        database.close()
        raise
    return Services(
        config=config,
        database=database,
        clock=clock,
        bits=bits,
        passwords=Passwords(config.passwords),
        policies=policies or load_default(),
        registration=registration or load_registration(),
        calendar=calendar or load_default_calendar(),
        wake=Wake(),
        sentences={language: load_sentences(language) for language in LANGUAGES},
    )


@lru_cache(maxsize=8)
def _rules_version(policies: str, registration: RegistrationBook) -> str:
    return fingerprint([policies, registration.document])[:_VERSION_LENGTH]


def load_sentences(language: str) -> Sentences:
    """Read the packaged sentences of a language."""
    text = resources.path("messages", f"refusals.{language}.json").read_text(encoding="utf-8")
    return Sentences(json.loads(text), language)
