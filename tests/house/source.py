"""The files of the project as the tests of the house read them."""

from __future__ import annotations

import ast
import subprocess
from collections.abc import Mapping
from functools import cache
from pathlib import Path

ROOT = Path(__file__).parents[2]
PACKAGES = ("inaproc_core", "inaproc_documents", "inaproc_desktop", "inaproc_backend", "resources")


@cache
def tracked() -> tuple[Path, ...]:
    """Return every file that is or would be committed, relative to the root, sorted.

    From an unpacked archive, where git knows nothing: the files of packages and tests.
    """
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", "-z"],
        cwd=ROOT,
        capture_output=True,
        text=True,
        check=False,
    )
    if listed.returncode == 0:
        found = {Path(name) for name in listed.stdout.split("\0") if name}
    else:
        folders = (*PACKAGES, "tests", "packaging", "docs", "benchmarks")
        found = {file.relative_to(ROOT) for folder in folders for file in (ROOT / folder).rglob("*")}
        found = {file for file in found if "__pycache__" not in file.parts}
    return tuple(sorted(file for file in found if (ROOT / file).is_file()))


def package_files(*below: str) -> list[Path]:
    """Return the Python files of the packages, or those below the given folders."""
    folders = [Path(folder) for folder in below or PACKAGES]
    return [
        file
        for file in tracked()
        if file.suffix == ".py" and any(file.is_relative_to(folder) for folder in folders)
    ]


def text_of(file: Path) -> str:
    """Return the text of a file, empty for one that is not text (fonts, pictures, archives)."""
    try:
        return (ROOT / file).read_text(encoding="utf-8")
    except UnicodeDecodeError:
        return ""


@cache
def tree_of(file: Path) -> ast.Module:
    """Return the syntax tree of a Python file."""
    return ast.parse(text_of(file), filename=str(file))


def as_lines(found: Mapping[str, object]) -> str:
    """Return what a check found, one file a line, for the message of a failed test."""
    return "".join(f"\n  {name}: {what}" for name, what in found.items())
