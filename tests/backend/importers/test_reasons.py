"""Every code that an import refuses with has its sentence, and no sentence is left over."""

from __future__ import annotations

import re
import string
from pathlib import Path

import inaproc_backend.importers as importers
from inaproc_backend.importers.reasons import FILE_REASONS, ROW_REASONS, file_sentence, row_sentence
from inaproc_core.errors import Refusal

FOLDER = Path(str(importers.__file__)).parent
_CODE = re.compile(r'"(import\.[a-z0-9_]+)"')


def test_codes_and_sentences_are_the_same_set() -> None:
    used = {
        code
        for path in FOLDER.glob("*.py")
        if path.name != "reasons.py"
        for code in _CODE.findall(path.read_text(encoding="utf-8"))
    }
    told = {code for code in {**ROW_REASONS, **FILE_REASONS} if code.startswith("import.")}
    assert used == told


def test_a_sentence_names_every_fact_it_is_given() -> None:
    for code, template in ROW_REASONS.items():
        names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        sentence = row_sentence(Refusal(code=code, facts=dict.fromkeys(names, "XYZ")))
        assert sentence.count("XYZ") >= len(names) and "{" not in sentence
    for code, template in FILE_REASONS.items():
        names = {name for _, name, _, _ in string.Formatter().parse(template) if name}
        assert "{" not in file_sentence(code, dict.fromkeys(names, "XYZ"))


def test_what_is_unknown_does_not_break_a_report() -> None:
    assert row_sentence(Refusal(code="import.year")) == (
        "kolom … bukan tahun anggaran: …; tulis empat angka, misalnya 2026"
    )
    assert row_sentence(Refusal(code="rup_code.new_fault")) == "rup_code.new_fault"
