"""The metadata all tables belong to, and the handful of column shapes they are made of."""

from __future__ import annotations

from typing import Any

from sqlalchemy import BigInteger, Boolean, Column, LargeBinary, MetaData, Text, false, true

metadata = MetaData(
    naming_convention={
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)


def text(name: str, *rest: Any, default: str | None = "", **options: Any) -> Column[str]:
    """Return a text column that is never NULL; empty when nothing is known.

    ``default=None`` makes the value required.
    """
    if default is not None and not options.get("primary_key"):
        options.setdefault("server_default", default)
        options.setdefault("default", default)
    return Column(name, Text, *rest, nullable=False, **options)


def moment(name: str, *, required: bool = False, **options: Any) -> Column[str]:
    """Return a column for a moment in UTC as text (see ``storage.times``); NULL for "never"."""
    return Column(name, Text, nullable=not required, **options)


def whole(name: str, *rest: Any, default: int | None = 0, **options: Any) -> Column[int]:
    """Return an integer column (rupiah, hundredths, counters); ``default=None`` makes it required."""
    if default is not None and not options.get("primary_key"):
        options.setdefault("server_default", str(default))
        options.setdefault("default", default)
    return Column(name, BigInteger, *rest, nullable=False, **options)


def flag(name: str, *, default: bool, **options: Any) -> Column[bool]:
    """Return a yes/no column."""
    stored = true() if default else false()
    return Column(name, Boolean, nullable=False, default=default, server_default=stored, **options)


def blob(name: str, *, required: bool = True, **options: Any) -> Column[bytes]:
    """Return a column of bytes: JSON images and PDF files."""
    return Column(name, LargeBinary, nullable=not required, **options)
