"""Telling an operator what an import did: refused rows, counts, time; and all refused rows as a CSV file."""

from __future__ import annotations

import csv
from pathlib import Path
from types import TracebackType
from typing import TextIO

from inaproc_backend.importers.reading import FileUnreadable
from inaproc_backend.importers.reasons import file_sentence, row_sentence
from inaproc_backend.importers.run import Outcome
from inaproc_backend.importers.verdicts import Verdict
from inaproc_core.errors import Refusal

_LABELS = {
    Verdict.TAKEN: "baru",
    Verdict.CHANGED: "berubah",
    Verdict.UNCHANGED: "tetap",
    Verdict.REFUSED: "ditolak",
}


class Report:
    """Writes refused rows as they come: the first few to the terminal, all to a file where one is named."""

    def __init__(self, out: TextIO, *, shown: int, file: Path | None) -> None:
        """Open the report file.

        Raises:
            FileUnreadable: ``import.report_failed``.
        """
        self._out = out
        self._shown = shown
        self._told: dict[str, int] = {}
        self._file: TextIO | None = None
        if file is not None:
            try:
                self._file = file.open("w", encoding="utf-8", newline="")
            except OSError as error:
                raise FileUnreadable(
                    "import.report_failed", file=str(file), problem=error.strerror or str(error)
                ) from None
            self._rows = csv.writer(self._file)
            self._rows.writerow(("file", "baris", "kolom", "kode", "alasan"))

    def __enter__(self) -> Report:
        """Begin."""
        return self

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, trace: TracebackType | None
    ) -> None:
        """Close the file."""
        if self._file is not None:
            self._file.close()

    def add(self, file: str, line: int, refusal: Refusal) -> None:
        """Take one refused row."""
        sentence = row_sentence(refusal)
        if self._file is not None:
            self._rows.writerow((file, line, refusal.field, refusal.code, sentence))
        told = self._told[file] = self._told.get(file, 0) + 1
        if told <= self._shown:
            self._out.write(f"{file} baris {line}: {sentence}\n")

    def close_file(self, outcome: Outcome) -> None:
        """Write the counts of a file and, where it broke off, why and what is kept."""
        hidden = self._told.get(outcome.file, 0) - self._shown
        if hidden > 0:
            hint = "" if self._file is not None else "; semuanya ada dengan --report FILE.csv"
            self._out.write(f"{outcome.file}: {_number(hidden)} baris lain juga ditolak{hint}\n")
        if outcome.problem is not None:
            self._out.write(f"{file_sentence(outcome.problem.code, outcome.problem.facts)}\n")
        if outcome.problem is None or outcome.tally.records:
            self._out.write(f"{outcome.file}: {_counts(outcome)}\n")
        self._out.flush()


def _counts(outcome: Outcome) -> str:
    parts = ", ".join(f"{_number(outcome.tally.counts[each])} {label}" for each, label in _LABELS.items())
    records = outcome.tally.records
    pace = _number(round(records / outcome.seconds)) if outcome.seconds > 0 else "-"
    seconds = f"{outcome.seconds:.1f}".replace(".", ",")
    return f"{_number(records)} baris: {parts}; {seconds} detik, {pace} baris/detik"


def _number(value: int) -> str:
    return f"{value:,}".replace(",", ".")
