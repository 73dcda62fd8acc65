"""Writing rows that may be there already: new ones are inserted, known ones change only where they differ."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from typing import Any

from sqlalchemy import Connection, Table, bindparam, insert, select, update

from inaproc_backend.importers.verdicts import Row, Verdict

UNKNOWN = (None, "")


def known(row: Row) -> Row:
    """Return the part of a row that the file does know."""
    return {column: value for column, value in row.items() if value is not None and value != ""}


def differing(stored: Mapping[str, Any], row: Row) -> Row:
    """Return what a row would change."""
    return {column: value for column, value in known(row).items() if stored[column] != value}


def fetch(connection: Connection, table: Table, key: str, values: Sequence[str]) -> dict[str, Row]:
    """Return stored rows by key."""
    column = table.c[key]
    found = connection.execute(select(table).where(column.in_(sorted(set(values))))).mappings()
    return {str(row[key]): dict(row) for row in found}


def upsert(
    connection: Connection, table: Table, key: str, rows: Sequence[Row], *, defaults: Row | None = None
) -> list[Verdict]:
    """Insert or change rows by their key; later rows of a batch see what earlier ones wrote.

    Args:
        connection: the batch's transaction.
        table: where to.
        key: its key column.
        rows: columns to write, all with the same members.
        defaults: values of a new row where the file knows nothing.

    Returns:
        What became of each row.
    """
    stored = fetch(connection, table, key, [row[key] for row in rows])
    blank = {column.name: _blank(column) for column in table.columns} | (defaults or {})
    added: dict[str, Row] = {}
    changed: dict[str, Row] = {}
    verdicts: list[Verdict] = []
    for row in rows:
        code = row[key]
        current = stored.get(code)
        if current is None:
            stored[code] = added[code] = {**blank, **known(row)}
            verdicts.append(Verdict.TAKEN)
            continue
        news = differing(current, row)
        current.update(news)
        if news and code not in added:
            changed[code] = current
        verdicts.append(Verdict.CHANGED if news else Verdict.UNCHANGED)
    if added:
        connection.execute(insert(table), list(added.values()))
    if changed:
        write_back(connection, table, key, list(changed.values()), columns=list(rows[0]))
    return verdicts


def write_back(
    connection: Connection, table: Table, key: str, rows: Sequence[Row], *, columns: Sequence[str]
) -> None:
    """Write these columns of rows over the stored ones; a column ``rev`` counts up."""
    columns = [column for column in columns if column != key]
    values: dict[str, Any] = {column: bindparam(f"new_{column}") for column in columns}
    if "rev" in table.columns:
        values["rev"] = table.c.rev + 1
    statement = update(table).where(table.c[key] == bindparam("old_key")).values(values)
    connection.execute(
        statement,
        [{"old_key": row[key], **{f"new_{column}": row[column] for column in columns}} for row in rows],
    )


def _blank(column: Any) -> Any:
    default = column.default
    return default.arg if default is not None and default.is_scalar else None
