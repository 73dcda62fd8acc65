"""What a database looks like from inside, so that two ways to make it can be compared."""

from __future__ import annotations

import re

from sqlalchemy import Connection

_SPACE = re.compile(r"\s+")
_IN_BRACKETS = re.compile(r"DEFAULT \((\S+)\)")
_POSTGRESQL = {
    "columns": """
        SELECT table_name, column_name, data_type, is_nullable, column_default, is_generated,
               generation_expression
        FROM information_schema.columns WHERE table_schema = 'public'""",
    "constraints": """
        SELECT conrelid::regclass::text, conname, pg_get_constraintdef(oid)
        FROM pg_constraint WHERE connamespace = 'public'::regnamespace""",
    "indexes": "SELECT tablename, indexname, indexdef FROM pg_indexes WHERE schemaname = 'public'",
    "sequences": "SELECT sequence_name, data_type FROM information_schema.sequences",
}


def shape(connection: Connection) -> set[tuple[str, ...]]:
    """Tables, columns, constraints, indexes and triggers; nothing of their order or of comments."""
    if connection.dialect.name == "sqlite":
        return _sqlite(connection)
    return {
        (kind, *map(str, row))
        for kind, query in _POSTGRESQL.items()
        for row in connection.exec_driver_sql(query).fetchall()
    }


def _sqlite(connection: Connection) -> set[tuple[str, ...]]:
    found: set[tuple[str, ...]] = set()
    for kind, name, sql in connection.exec_driver_sql("SELECT type, name, sql FROM sqlite_master"):
        if sql is None:
            continue
        plain = _SPACE.sub(" ", sql.replace('"', ""))
        if kind != "table" or plain.startswith("CREATE VIRTUAL"):
            found.add((kind, name, plain))
            continue
        body = plain[plain.index("(") + 1 : plain.rindex(")")]
        found |= {(kind, name, _IN_BRACKETS.sub(r"DEFAULT \1", part.strip())) for part in _parts(body)}
    return found


def _parts(body: str) -> list[str]:
    """Split at the commas that stand in no bracket."""
    parts, depth = [""], 0
    for letter in body:
        depth += (letter == "(") - (letter == ")")
        if letter == "," and not depth:
            parts.append("")
        else:
            parts[-1] += letter
    return parts
