"""Every text of the screens has its English, and the files that ship are those that the sources give."""

from __future__ import annotations

import ast
import os
import re
import subprocess
import sys
import xml.etree.ElementTree as ET
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.house.source import ROOT, package_files, tree_of

HOME = ROOT / "resources" / "translations"
MAKE = "run `make translations`, write the English of what is unfinished into en.ts, run it again"
PLACEHOLDER = re.compile(r"\{[^{}]*\}|%\d|%n")


def messages(name: str) -> Iterator[tuple[str, str, ET.Element]]:
    """Yield context, source text and translation of a .ts file."""
    for context in ET.parse(HOME / name).iter("context"):
        for message in context.iter("message"):
            translation = message.find("translation")
            assert translation is not None
            yield context.findtext("name", ""), message.findtext("source", ""), translation


def texts(tree: ast.AST, owner: str = "") -> Iterator[tuple[str, str]]:
    """Yield what Qt will ask for at run time: the class a ``tr`` stands in, or the context written out."""
    for node in ast.iter_child_nodes(tree):
        inside = node.name if isinstance(node, ast.ClassDef) else owner
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Attribute):
            said = ast.unparse(node.func)
            if said == "self.tr":
                yield inside, ast.literal_eval(node.args[0])
            elif said == "QCoreApplication.translate":
                yield ast.literal_eval(node.args[0]), ast.literal_eval(node.args[1])
        yield from texts(node, inside)


@pytest.mark.parametrize("name", ["en.ts", "qtbase_id.ts"])
def test_nothing_is_unfinished(name: str) -> None:
    """The compiler leaves unfinished texts out without a word, and the screen mixes two languages."""
    left = [f"{context}: {source}" for context, source, to in messages(name) if to.get("type") or not to.text]
    assert not left, "\n".join([MAKE, *left])


@pytest.mark.parametrize("name", ["en.ts", "qtbase_id.ts"])
def test_placeholders_and_lines_are_the_same(name: str) -> None:
    """A misspelt placeholder is an error only when the sentence is shown."""
    wrong = [
        f"{source!r} -> {to.text!r}"
        for _context, source, to in messages(name)
        if sorted(PLACEHOLDER.findall(source)) != sorted(PLACEHOLDER.findall(to.text or ""))
    ]
    assert not wrong, "\n".join(wrong)
    if name == "en.ts":  # in tables a line of its own is a line of the cell
        lines = [s for _c, s, to in messages(name) if s.count("\n") != (to.text or "").count("\n")]
        assert not lines, lines


def test_english_is_not_indonesian() -> None:
    """A long text that is the same in both languages was copied, not translated."""
    copied = [source for _context, source, to in messages("en.ts") if to.text == source and " " in source]
    words = re.compile(r"\b(yang|dan|untuk|dari|tidak|belum|sudah|pesanan|penyedia|Anda)\b", re.IGNORECASE)
    assert not [source for source in copied if words.search(source)]


def test_the_text_file_holds_what_qt_will_ask_for() -> None:
    """Read from the syntax, not by the tool: a text in a context that nobody asks for is lost."""
    asked = {text for file in package_files("inaproc_desktop") for text in texts(tree_of(file))}
    held = {(context, source) for context, source, _to in messages("en.ts")}
    differ = sorted(asked ^ held)
    assert not differ, "\n".join([MAKE, *map(str, differ)])


def test_a_planted_foreign_context_is_seen() -> None:
    """A ``tr`` of another object has the class of that object at run time, which no tool can know."""
    tree = ast.parse('class A:\n    def f(self, other):\n        self.tr("x"); other.tr("y")\n')
    assert list(texts(tree)) == [("A", "x")]


def test_every_tr_is_called_on_self() -> None:
    """See above: the tool would file the text under the name of the variable."""
    foreign = [
        f"{file}:{node.lineno}"
        for file in package_files("inaproc_desktop")
        for node in ast.walk(tree_of(file))
        if isinstance(node, ast.Attribute) and node.attr == "tr" and ast.unparse(node) != "self.tr"
    ]
    assert not foreign, foreign


@pytest.fixture(scope="module")
def made_again(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The files as the script makes them now, in another folder."""
    output = tmp_path_factory.mktemp("translations")
    subprocess.run(
        [ROOT / "packaging" / "translate"],
        env={**os.environ, "BIN": str(Path(sys.executable).parent), "OUTPUT": str(output)},
        capture_output=True,
        check=False,  # it says so when a text has no English; the test above names them
    )
    return output


@pytest.mark.parametrize("name", ["en.ts", "en.qm", "qtbase_id.qm"])
def test_what_ships_is_what_the_sources_give(made_again: Path, name: str) -> None:
    """The committed files are not older than the texts of the screens."""
    same = (made_again / name).read_bytes() == (HOME / name).read_bytes()
    assert same, MAKE
