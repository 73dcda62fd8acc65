"""Names of files: nothing in them can reach a path, a screen reader or an order of reading."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from inaproc_documents.intake.kinds import Kind
from inaproc_documents.intake.names import LONGEST, display_name, download_name


@pytest.mark.parametrize(
    ("given_name", "shown"),
    [
        ("KTP Budi.jpg", "KTP Budi.jpg"),
        ("../../etc/passwd", "passwd"),
        ("..\\..\\Windows\\System32\\cmd.exe", "cmd.exe"),
        ("/etc/shadow", "shadow"),
        ("C:\\KTP.jpg", "KTP.jpg"),
        ("KTP.jpg:aliran", "KTP.jpg_aliran"),
        ("foto\u202egpj.exe", "fotogpj.exe"),
        ("fo\u200bto\ufeff.jpg", "foto.jpg"),
        ("a\0b\x07c.jpg", "abc.jpg"),
        ("baris\r\nX-Header: 1.jpg", "baris X-Header_ 1.jpg"),
        ("CON", "_CON"),
        ("nul.jpg", "_nul.jpg"),
        ("Com1.pdf", "_Com1.pdf"),
        ("COM¹.pdf", "_COM¹.pdf"),
        ("console.pdf", "console.pdf"),
        ("surat. . .", "surat"),
        (".htaccess", "htaccess"),
        ("", "berkas"),
        ("...", "berkas"),
        ("/", "berkas"),
        ("???", "berkas"),
        ('a"b<c>d|e*f?.pdf', "a_b_c_d_e_f_.pdf"),
        ("\ud800surat.pdf", "surat.pdf"),
        ("Surat Tugas — Dinas Kesehatan.pdf", "Surat Tugas — Dinas Kesehatan.pdf"),
    ],
)
def test_a_name_is_made_safe(given_name: str, shown: str) -> None:
    assert display_name(given_name) == shown


@given(st.text(max_size=400))
def test_no_name_gets_through(name: str) -> None:
    shown = display_name(name)
    assert 0 < len(shown) <= LONGEST
    assert shown == shown.strip(" .")
    assert not set(shown) & set('/\\:<>"|?*')
    assert all(unicodedata.category(letter) not in {"Cc", "Cf", "Cs", "Zl", "Zp"} for letter in shown)
    assert display_name(shown) == shown
    shown.encode()


@pytest.mark.parametrize(
    ("name", "kind", "saved"),
    [
        ("KTP.JPG", Kind.JPEG, "KTP.jpg"),
        ("KTP.jpeg", Kind.JPEG, "KTP.jpg"),
        ("KTP.exe", Kind.JPEG, "KTP.exe.jpg"),
        ("surat", Kind.PDF, "surat.pdf"),
        ("x" * 500 + ".pdf", Kind.PDF, "x" * 115 + ".pdf"),
        ("../a.png", Kind.PNG, "a.png"),
    ],
)
def test_a_saved_file_has_the_ending_of_its_content(name: str, kind: Kind, saved: str) -> None:
    assert download_name(name, kind) == saved
    assert len(saved) <= LONGEST


def test_a_long_name_keeps_its_ending() -> None:
    assert display_name("s" * 300 + ".pdf").endswith("….pdf")
    assert len(display_name("s" * 300 + ".pdf")) == LONGEST
