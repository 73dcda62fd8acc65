"""Finds every refusal code in the source, and the facts it is raised with."""

from __future__ import annotations

import ast
import re
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from inaproc_core.wire.codec import COMMAND_TYPES

ROOT = Path(__file__).parents[2]
PACKAGES = ("inaproc_core", "inaproc_documents", "inaproc_backend", "inaproc_desktop")

_CALLS = {"refuse", "Refusal", "HttpRefused"}
_CODE = re.compile(r"[a-z]+(?:_[a-z]+)*\.[a-z0-9_]+")
_FAMILIES = frozenset(
    {
        *("access", "bast", "certificate", "checkout", "code", "command", "consent", "document", "draft"),
        *("file", "http", "inspection", "offer", "order", "payment", "picture", "reason", "registration"),
        *("review", "server", "session", "shipment", "signature", "signing", "sync", "upload", "version"),
        "wire",
    }
)
_SPEAKING = ("inaproc_core/orders", "inaproc_core/wire", "inaproc_documents", "inaproc_backend")
"""Folders where a text in a code's form is a code, whoever passes it on."""

_ELSEWHERE = ("import.",)
"""Codes of command-line tools, which have their sentences beside them."""

DYNAMIC = {
    "checkout.{}_missing": tuple(
        f"checkout.{name}_missing" for name in ("recipient", "phone", "street", "region_code", "postal_code")
    ),
    "{}.empty": (),
    "{}.not_digits": (),
    "{}.length": (),
}
"""Codes made at run time: pattern to what it becomes; the last three are found by ``read_digits`` calls."""


@dataclass(frozen=True)
class Use:
    """One place that names a code; ``facts`` is ``None`` where they cannot be read from the source."""

    code: str
    place: str
    facts: frozenset[str] | None


def all_uses() -> list[Use]:
    """Every use of every code that needs a sentence in the shared files."""
    return [
        use
        for package in PACKAGES
        for path in sorted((ROOT / package).rglob("*.py"))
        for use in uses_in(path.read_text(encoding="utf-8"), path.relative_to(ROOT).as_posix())
        if not use.code.startswith(_ELSEWHERE) and use.code not in COMMAND_TYPES
    ]


def uses_in(source: str, name: str) -> Iterator[Use]:
    """Codes in one file."""
    for node in ast.walk(ast.parse(source)):
        place = f"{name}:{getattr(node, 'lineno', 0)}"
        if isinstance(node, ast.Call):
            yield from _in_call(node, place)
        elif (
            isinstance(node, ast.Constant)
            and isinstance(node.value, str)
            and name.startswith(_SPEAKING)
            and "/tables/" not in name
            and _CODE.fullmatch(node.value)
            and node.value.partition(".")[0] in _FAMILIES
        ):
            yield Use(node.value, place, None)


def _in_call(call: ast.Call, place: str) -> Iterator[Use]:
    called = call.func.id if isinstance(call.func, ast.Name) else getattr(call.func, "attr", "")
    if called == "read_digits":
        for keyword in call.keywords:
            if keyword.arg == "name" and isinstance(keyword.value, ast.Constant):
                for suffix in ("empty", "not_digits", "length"):
                    yield Use(f"{keyword.value.value!s}.{suffix}", place, None)
    if called not in _CALLS:
        return
    given = [*call.args, *(keyword.value for keyword in call.keywords if keyword.arg == "code")]
    facts = _facts(call, called)
    for argument in given:
        if isinstance(argument, ast.JoinedStr):
            pattern = "".join(
                str(part.value) if isinstance(part, ast.Constant) else "{}" for part in argument.values
            )
            for code in DYNAMIC[pattern]:
                yield Use(code, place, facts)
            continue
        for part in ast.walk(argument):
            if isinstance(part, ast.Constant) and isinstance(part.value, str) and _CODE.fullmatch(part.value):
                yield Use(part.value, place, facts)


def _facts(call: ast.Call, called: str) -> frozenset[str] | None:
    if called == "Refusal":
        stated = next((keyword.value for keyword in call.keywords if keyword.arg == "facts"), None)
        if not isinstance(stated, ast.Dict):
            return None if stated is not None else frozenset()
        return frozenset(str(key.value) for key in stated.keys if isinstance(key, ast.Constant))
    if any(keyword.arg is None for keyword in call.keywords):
        return None
    return frozenset(str(keyword.arg) for keyword in call.keywords) - {"at", "code"}
