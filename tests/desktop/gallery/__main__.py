"""Draws the widgets and the frame to pictures, in both themes and at two scales, to be looked at."""

from __future__ import annotations

import argparse
import datetime as dt
import sys
from collections.abc import Callable
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication, QWidget

from inaproc_core.errors import Refusal
from inaproc_core.roles import Role
from inaproc_desktop.ports.understanding import Understanding
from inaproc_desktop.views import theme
from inaproc_desktop.views.actions import Action, ActionTable
from inaproc_desktop.views.shell.places import PLACES
from inaproc_desktop.views.shell.presenter import ShellPresenter
from inaproc_desktop.views.shell.rows import AccessItem, BellItem
from inaproc_desktop.views.shell.view import ShellWindow
from inaproc_desktop.views.widgets import Page, Tone, ask_reason, show_failure
from inaproc_desktop.views.words import sentence
from tests.desktop.gallery import pages

_SIZE = (1366, 768)
_MORNING = dt.datetime(2026, 11, 23, 2, 41, tzinfo=dt.UTC)
_SHOTS: dict[str, Callable[[], Page]] = {
    "home": pages.home,
    "cart": pages.checkout,
    "negotiation": pages.negotiation,
    "settings": pages.fields,
}


def main(argv: list[str] | None = None) -> int:
    """Draw everything into a folder; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.desktop.gallery", description=__doc__)
    parser.add_argument("--shots", type=Path, required=True, help="folder for the pictures")
    chosen = parser.parse_args(argv)
    chosen.shots.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return 1
    for mode in ("light", "dark"):
        for percent in (100, 150):
            theme.apply_theme(app, mode, percent / 100)
            _draw_all(chosen.shots, f"{mode}-{percent}")
    return 0


def _draw_all(folder: Path, suffix: str) -> None:
    window = ShellWindow(sentence)
    presenter = ShellPresenter(
        window,
        roles_of={place.id: frozenset({Role.PPK}) for place in PLACES},
        actions=ActionTable(
            [Action(id="sync", text="Sinkronkan sekarang", handler=_nothing, shortcut="Ctrl+R", icon="sync")]
        ),
    )
    for place in PLACES:
        window.add_page(place.id, _SHOTS.get(place.id, Page))
    window.palette_query.connect(presenter.find)
    window.place_asked.connect(presenter.open_page)
    presenter.show_access(
        Role.PPK, [AccessItem("a", "PPK", "Dinas Pendidikan Kota Bandung", "31 Des 2026")], "a"
    )
    presenter.show_badges({"approvals": 1, "negotiation": 1, "receiving": 12})
    presenter.show_link(online=True, at=_MORNING)
    presenter.show_notices(
        [
            BellItem(
                "1", "Penyedia membalas harga", "EP-01KA81…0C · Mebel ruang kelas", "14.12", unread=True
            ),
            BellItem("2", "Barang tiba di Gudang UPT", "EP-01K9ZB…7T · Laptop sekolah", "kemarin"),
        ]
    )
    window.resize(*_SIZE)
    window.show()
    for place_id in _SHOTS:
        presenter.open_page(place_id)
        _save(window, folder / f"{place_id}-{suffix}.png")
    presenter.open_page("home")
    _draw_over(window, presenter, folder, suffix)
    window.close()
    window.deleteLater()
    _turn()


def _draw_over(window: ShellWindow, presenter: ShellPresenter, folder: Path, suffix: str) -> None:
    presenter.show_link(online=False, at=_MORNING, waiting=4)
    window.show_training(True)
    window.show_toast("Tersimpan di perangkat ini", Tone.OK)
    _save(window, folder / f"training-{suffix}.png")
    window.show_training(False)
    parked = Refusal(code="version.client_too_old", facts={"given": "0.1.0", "minimum": "0.3"})
    notes = Understanding(parked=parked, skew_minutes=-12)
    presenter.show_link(online=False, at=_MORNING, waiting=4, understanding=notes)
    _save(window, folder / f"versions-{suffix}.png")
    notes = Understanding(upgrade_to="0.3", upgrade_by="2027-01-31")
    presenter.show_link(online=True, at=_MORNING, understanding=notes)
    _save(window, folder / f"upgrade-{suffix}.png")
    presenter.show_link(online=True, at=_MORNING, refused=1)
    window._frame.commands.open_palette()
    _save(window, folder / f"palette-{suffix}.png")
    window._frame.commands.close_palette()
    failure = show_failure(
        window,
        title="Dokumen belum terkirim",
        happened="Peladen tidak menjawab dalam 30 detik.",
        kept="Draf dan lampiran tetap tersimpan di perangkat ini.",
        next_step="Periksa sambungan internet, lalu tekan Kirim ulang di Kotak Keluar.",
        detail="WorldFailed: world.timeout\n  POST /v1/commands",
    )
    _save(failure, folder / f"failure-{suffix}.png")
    failure.close()
    reason = ask_reason(
        window,
        title="Kembalikan ke PP?",
        text="Pesanan kembali ke PP beserta alasan ini. Negosiasi yang sudah disepakati tetap tercatat.",
        confirm="Kembalikan ke PP",
        on_reason=lambda _reason: None,
    )
    _save(reason, folder / f"reason-{suffix}.png")
    reason.close()
    _turn()


def _save(widget: QWidget, place: Path) -> None:
    widget.show()
    _turn()
    widget.grab().save(str(place))


def _turn() -> None:
    for _ in range(4):
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


def _nothing() -> None:
    """Do nothing: the gallery's actions are only looked at."""


if __name__ == "__main__":
    sys.exit(main())
