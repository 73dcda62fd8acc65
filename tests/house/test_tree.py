"""What lies in the tree: no trace of a workplace, rooms of bearable size, every public name explained."""

from __future__ import annotations

import ast
import re
import tomllib
from collections.abc import Iterator
from fnmatch import fnmatch
from pathlib import Path

import pytest

from tests.house.source import PACKAGES, ROOT, as_lines, package_files, text_of, tracked, tree_of

LONGEST = 400

# Written in pieces, so that this file does not report itself.
WORKPLACE = re.compile(
    "|".join(
        (
            r"(?<![\w.])/(?:wo" + "rk|fa" + "rm)/",
            r"(?<!\w)\.libr" + "ary",
            r"pypi\.org/sim" + "ple",
            r"files\.python" + "hosted",
            r"/tmp/(?:ve" + "nv|br" + "ief)",
        )
    )
)


def workplace_traces(text: str) -> list[str]:
    """Return the lines that name a path or a host of the place where the project is written."""
    return [line.strip()[:120] for line in text.splitlines() if WORKPLACE.search(line)]


@pytest.mark.parametrize(
    "planted",
    [
        "see /wo" + "rk/main",
        "open('/fa" + "rm/x')",
        "../.libr" + "ary/search",
        "https://pypi.org/sim" + "ple/x",
        "/tmp/ve" + "nv/bin",
    ],
)
def test_a_planted_trace_is_seen(planted: str) -> None:
    """The search finds what it is for."""
    assert workplace_traces(f"first line\n{planted}\n") == [planted]


def test_no_trace_of_a_workplace() -> None:
    """Paths and hosts of one machine mean nothing on another."""
    found = {str(file): lines for file in tracked() if (lines := workplace_traces(text_of(file)))}
    assert not found, as_lines(found)


def test_rooms_are_of_bearable_size() -> None:
    """A longer file has more than one reason to change."""
    sizes = {str(file): len(text_of(file).splitlines()) for file in package_files()}
    assert sizes
    too_long = {file: lines for file, lines in sizes.items() if lines > LONGEST}
    assert not too_long, as_lines(too_long)


def unexplained(tree: ast.Module) -> Iterator[str]:
    """Yield the public module, classes and functions without a docstring."""
    if not ast.get_docstring(tree):
        yield "module"
    holders: list[ast.Module | ast.ClassDef] = [tree]
    while holders:
        for node in holders.pop().body:
            if not isinstance(node, ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef):
                continue
            if node.name.startswith("_") or _explained_elsewhere(node):
                continue
            if not ast.get_docstring(node):
                yield node.name
            if isinstance(node, ast.ClassDef):
                holders.append(node)


def _explained_elsewhere(node: ast.ClassDef | ast.FunctionDef | ast.AsyncFunctionDef) -> bool:
    # Only overrides of Qt are spelt its way (paintEvent): its own page explains them.
    in_qt_spelling = not isinstance(node, ast.ClassDef) and node.name.lower() != node.name
    decorators = {ast.unparse(decorator).rpartition(".")[2] for decorator in node.decorator_list}
    return in_qt_spelling or bool(decorators & {"overload", "override", "setter"})


def test_a_planted_silence_is_seen() -> None:
    """Module, class, method and function are asked for a docstring; private ones and Qt's are not."""
    planted = "class A:\n  def b(self): 1\n  def paintEvent(self): 1\n  def _c(self): 1\ndef d():\n  'Says.'"
    assert list(unexplained(ast.parse(planted))) == ["module", "A", "b"]


def test_every_public_name_is_explained() -> None:
    """What and why in a docstring, for every public module, class and function of the packages."""
    found = {str(file): names for file in package_files() if (names := list(unexplained(tree_of(file))))}
    assert not found, as_lines(found)


def test_every_file_of_a_package_is_shipped() -> None:
    """A file beside the code that setuptools does not know is missing after an installation."""
    options = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))
    shipped = options["tool"]["setuptools"]["package-data"]["*"]
    inside = [file for file in tracked() if file.parts[0] in PACKAGES and len(file.parts) > 1]
    left_out = [
        str(file)
        for file in inside
        if file.suffix != ".py" and not any(fnmatch(file.name, pattern) for pattern in shipped)
    ]
    assert left_out == []


def test_packages_have_no_folder_without_init() -> None:
    """A folder of code without ``__init__.py`` is found from a checkout and lost by other tools."""
    folders = {file.parent for file in package_files()}
    assert {str(folder) for folder in folders if not (ROOT / folder / "__init__.py").exists()} == set()


def test_script_of_continuous_integration_is_executable() -> None:
    """A lost executable bit stops the build before it says why."""
    scripts = [
        Path(".ci/run"),
        *(file for file in tracked() if file.parts[0] == "packaging" and not file.suffix),
    ]
    assert len(scripts) > 3
    assert [str(file) for file in scripts if not (ROOT / file).stat().st_mode & 0o100] == []
