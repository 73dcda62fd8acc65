"""Habits that no linter knows: where the clock may be read, and how texts are made translatable."""

from __future__ import annotations

import ast
from collections.abc import Iterator
from pathlib import Path
from typing import TypeGuard

import pytest

from tests.house.source import as_lines, package_files, tree_of

RULES = ("inaproc_core", "inaproc_documents", "inaproc_desktop/services", "inaproc_desktop/sync")
"""Rooms that are given the time; only what puts the application together reads a clock."""

CLOCKS = {"now", "today", "utcnow", "monotonic", "time_ns", "perf_counter"}


def clock_readings(tree: ast.AST) -> Iterator[int]:
    """Yield the lines that ask a clock, by any of its names: ``datetime.now()``, ``date.today()``."""
    for node in ast.walk(tree):
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute) and node.func.attr in CLOCKS:
            owner = ast.unparse(node.func.value).rpartition(".")[2]
            if owner in {"datetime", "date", "time"}:
                yield node.lineno


def lost_texts(tree: ast.AST) -> Iterator[int]:
    """Yield the lines whose text ``lupdate`` cannot collect.

    It reads sources without running them: a text must be written out in the call, and a call inside an
    f-string is not seen at all.
    """
    for node in ast.walk(tree):
        if _is_translation(node) and not _is_written_out(node):
            yield node.lineno
        if isinstance(node, ast.JoinedStr):
            yield from (inner.lineno for inner in ast.walk(node) if _is_translation(inner))


def _is_translation(node: ast.AST) -> TypeGuard[ast.Call]:
    if not isinstance(node, ast.Call) or not isinstance(node.func, ast.Attribute):
        return False
    owner = ast.unparse(node.func.value)
    return node.func.attr == "tr" or (node.func.attr == "translate" and owner.endswith("Application"))


def _is_written_out(call: ast.Call) -> bool:
    # self.tr(text) takes the text first, QCoreApplication.translate(context, text) second.
    assert isinstance(call.func, ast.Attribute)
    wanted = 1 if call.func.attr == "tr" else 2
    texts = call.args[:wanted]
    return len(texts) == wanted and all(
        isinstance(text, ast.Constant) and isinstance(text.value, str) for text in texts
    )


@pytest.mark.parametrize("planted", ["datetime.now(tz)", "dt.date.today()", "datetime.datetime.utcnow()"])
def test_a_planted_clock_is_seen(planted: str) -> None:
    """Every spelling is found, and a clock that was passed in is not."""
    assert list(clock_readings(ast.parse(f"x = 1\ny = {planted}"))) == [2]
    assert list(clock_readings(ast.parse("clock.now()\nself._clock.now()"))) == []


def test_rules_are_given_the_time() -> None:
    """A rule that reads the clock cannot be tested, replayed or run in two places."""
    presenters = [file for file in package_files("inaproc_desktop/views") if file.name == "presenter.py"]
    files = [*package_files(*RULES), *presenters]
    found = {str(file): lines for file in files if (lines := list(clock_readings(tree_of(file))))}
    assert not found, as_lines(found)


@pytest.mark.parametrize(
    "planted",
    [
        'self.tr(f"Sisa {rest}")',
        "self.tr(TITLE)",
        'self.tr("Sisa " + rest)',
        "f\"<b>{self.tr('Sisa')}</b>\"",
        'QCoreApplication.translate(context, "Sisa")',
    ],
)
def test_a_planted_lost_text_is_seen(planted: str) -> None:
    """Every way in which a text gets lost is found."""
    assert 1 in set(lost_texts(ast.parse(planted)))


@pytest.mark.parametrize(
    "right",
    [
        'self.tr("Sisa {rest}").format(rest=1)',
        'self.tr("Sisa"\n " lama")',
        'self.tr("%n hari", "", 3)',
        'QCoreApplication.translate("Cart", "Sisa")',
        "text.translate(table)",
    ],
)
def test_a_right_text_is_left_alone(right: str) -> None:
    """What lupdate collects is not reported, nor what only shares the name."""
    assert list(lost_texts(ast.parse(right))) == []


def test_no_text_is_lost_to_translation() -> None:
    """Every text on screen reaches the translation files."""
    files = package_files("inaproc_desktop")
    found = {str(file): lines for file in files if (lines := list(lost_texts(tree_of(file))))}
    assert not found, as_lines(found)


def test_there_is_something_to_read() -> None:
    """The checks above look at files that exist."""
    assert Path("inaproc_core/values.py") in package_files(*RULES)
    assert package_files("inaproc_desktop/views")
