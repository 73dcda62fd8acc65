"""Known passwords: the list that ships, its trivial variants, and the operator's file."""

from __future__ import annotations

import hashlib
import random
from pathlib import Path
from typing import BinaryIO

import pytest

from inaproc_backend.accounts import breached
from inaproc_backend.accounts.breached import NotAPrefixFileError, check_file, in_file, is_breached
from tests.backend.office import PASSWORD


@pytest.mark.parametrize(
    "password",
    [
        "password", "Password", "PASSWORD1", "Password123!", "P@ssw0rd", "P@55w0rd2026!", "!Password",
        "drowssap", "Qwertyuiop1!", "Rahasia2026!", "R4h4s14!", "Indonesia-45", "PasswordPassword1",
        "Bismillah.99", "Inaproc#2026", "Aaaaaa1!a", "1q2w3e4r", "Dragon_2024", "Il0veyou!",
    ],
)  # fmt: skip
def test_known_passwords_and_their_variants(password: str) -> None:
    assert is_breached(password)


@pytest.mark.parametrize(
    "password",
    [PASSWORD, "Kopi-Susu+Gula7", "tR7#mWq9!zLp", "Dragon#Sunrise81", "angin timur laut 5 Mei"],
)
def test_others_are_taken(password: str) -> None:
    assert not is_breached(password)


def _list(folder: Path, passwords: list[str], *, digits: int = 40, ending: str = "\r\n") -> Path:
    values = sorted(hashlib.sha1(one.encode()).hexdigest().upper()[:digits] for one in passwords)
    file = folder / "pwned.txt"
    # Counts have one to seven digits, so lines differ in length as in the real list.
    lines = [f"{value}:{10 ** (number % 7)}{ending}" for number, value in enumerate(values)]
    file.write_bytes("".join(lines).encode())
    return file


@pytest.mark.parametrize("count", [0, 1, 2, 3, 7, 500])
@pytest.mark.parametrize(("digits", "ending"), [(40, "\r\n"), (40, "\n"), (16, "\n")])
def test_every_line_of_the_file_is_found_and_nothing_else(
    tmp_path: Path, count: int, digits: int, ending: str
) -> None:
    dice = random.Random(count)
    passwords = [f"{dice.getrandbits(64):x}" for _ in range(count)]
    file = _list(tmp_path, passwords, digits=digits, ending=ending)
    assert [one for one in passwords if not in_file(file, one)] == []
    assert not any(in_file(file, f"{dice.getrandbits(64):x}") for _ in range(200))


def test_a_last_line_without_an_end_is_found(tmp_path: Path) -> None:
    passwords = [f"kata-{number}" for number in range(30)]
    file = _list(tmp_path, passwords, ending="\n")
    file.write_bytes(file.read_bytes().rstrip(b"\n"))
    assert all(in_file(file, one) for one in passwords)


def test_the_file_adds_to_what_ships(tmp_path: Path) -> None:
    file = _list(tmp_path, ["tR7#mWq9!zLp"])
    check_file(file)
    assert is_breached("tR7#mWq9!zLp", file=file)
    assert is_breached("password", file=file)
    assert not is_breached("Kopi-Susu+Gula7", file=file)


def test_few_bytes_are_read(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """The list is 40 gigabytes: it is searched, never read."""
    file = _list(tmp_path, [f"kata-{number}" for number in range(20_000)])
    reads: list[int] = []
    real = breached._line_from

    def watched(lines: BinaryIO, place: int) -> tuple[int, bytes, int]:
        reads.append(place)
        return real(lines, place)

    monkeypatch.setattr(breached, "_line_from", watched)
    assert in_file(file, "kata-777")
    assert not in_file(file, "tidak ada")
    assert len(reads) < 2 * 21  # two to the power of 20 is more than the size of the file


@pytest.mark.parametrize("content", [b"", b"rahasia\n", b"123456\n", b"\x00\x01\x02\n"])
def test_another_file_is_refused_in_words(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / "wrong.txt"
    file.write_bytes(content)
    with pytest.raises(NotAPrefixFileError, match="list of SHA-1"):
        check_file(file)
