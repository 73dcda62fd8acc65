"""The lines above the pages: versions that do not fit, an upgrade by a day, a clock that is wrong."""

from __future__ import annotations

import pytest

from inaproc_core.errors import Refusal
from inaproc_desktop.ports.understanding import UNDERSTOOD, Understanding
from inaproc_desktop.views.shell.notes import StandingNotes
from inaproc_desktop.views.shell.view import ShellWindow
from inaproc_desktop.views.widgets import Page
from inaproc_desktop.views.words import sentence

TOO_OLD = Refusal(code="version.client_too_old", facts={"given": "0.1.0", "minimum": "0.3"})


@pytest.fixture
def window(shown):
    made = ShellWindow(sentence)
    made.add_page("home", lambda: Page("Beranda"))
    made.open_page("home")
    return shown(made, 1366, 768)


def lines(window):
    notes = window.findChild(StandingNotes)
    return {
        banner.objectName(): banner.text()
        for banner in (notes.versions, notes.upgrade, notes.clock)
        if banner.isVisible()
    }


def test_nothing_stands_there_by_default(window):
    window.show_understanding(UNDERSTOOD)
    assert lines(window) == {}
    assert window.findChild(StandingNotes).height() == 0


def test_a_program_that_is_too_old(window):
    window.show_understanding(Understanding(parked=TOO_OLD))
    assert lines(window) == {
        "shell.versions": "Program ini (versi 0.1.0) terlalu lama untuk peladen. Pasang versi 0.3 atau yang "
        "lebih baru; pekerjaan Anda tersimpan, belum dikirim."
    }
    window.show_understanding(UNDERSTOOD)
    assert lines(window) == {}


def test_an_upgrade_can_be_put_away_until_the_day_changes(window):
    asked = Understanding(upgrade_to="0.3", upgrade_by="2027-01-31")
    window.show_understanding(asked)
    notes = window.findChild(StandingNotes)
    assert "versi 0.3 paling lambat 31 Jan 2027" in lines(window)["shell.upgrade"]
    notes.upgrade._close.click()
    window.show_understanding(asked)
    assert lines(window) == {}
    window.show_understanding(Understanding(upgrade_to="0.3", upgrade_by="2026-12-31"))
    assert "31 Des 2026" in lines(window)["shell.upgrade"]


@pytest.mark.parametrize(
    ("minutes", "words"),
    [
        (-12, "terlambat 12 menit"),
        (6, "lebih cepat 6 menit"),
        (150, "lebih cepat 2 jam"),
        (-3 * 24 * 60, "terlambat 3 hari"),
    ],
)
def test_a_clock_that_is_wrong(window, minutes, words):
    window.show_understanding(Understanding(skew_minutes=minutes))
    assert words in lines(window)["shell.clock"]


def test_a_clock_so_wrong_that_there_is_no_link(window):
    window.show_understanding(Understanding(clock_wrong=True))
    assert "jam komputer ini salah" in lines(window)["shell.clock"]


def test_both_can_be_said_at_once(window):
    window.show_understanding(Understanding(parked=TOO_OLD, skew_minutes=-12))
    assert set(lines(window)) == {"shell.versions", "shell.clock"}
