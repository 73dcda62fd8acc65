"""Pictures of Kotak Keluar with a bit of everything, in both themes and at two scales."""

from __future__ import annotations

import argparse
import sys
from pathlib import Path

from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from inaproc_core.roles import Actor, Role
from inaproc_desktop.composition import outbox as composition
from inaproc_desktop.views import theme
from inaproc_desktop.views.actions import ActionTable
from inaproc_desktop.views.outbox.view import OutboxPage
from inaproc_desktop.views.shell.places import PLACES
from inaproc_desktop.views.shell.presenter import ShellPresenter
from inaproc_desktop.views.shell.rows import AccessItem
from inaproc_desktop.views.shell.view import ShellWindow
from inaproc_desktop.views.widgets import Page
from tests import builders
from tests.desktop.fake_deps import fake_deps
from tests.desktop.outbox.mix import Box, conflict, rich

_SIZE = (1366, 768)


def main(argv: list[str] | None = None) -> int:
    """Draw the cards into a folder; returns the exit status."""
    parser = argparse.ArgumentParser(prog="python -m tests.desktop.gallery.cards", description=__doc__)
    parser.add_argument("--shots", type=Path, required=True, help="folder for the pictures")
    chosen = parser.parse_args(argv)
    chosen.shots.mkdir(parents=True, exist_ok=True)
    app = QApplication.instance() or QApplication(sys.argv[:1])
    if not isinstance(app, QApplication):
        return 1
    for mode in ("light", "dark"):
        for percent in (100, 150):
            theme.apply_theme(app, mode, percent / 100)
            suffix = f"{mode}-{percent}"
            _buyer(chosen.shots, suffix)
            _seller(chosen.shots, suffix)
    return 0


def _window(box: Box, actor: Actor) -> tuple[ShellWindow, ShellPresenter, OutboxPage]:
    deps, _ = fake_deps(box.world, actor, mine=box.mine)
    made: list[OutboxPage] = []

    def make() -> OutboxPage:
        page = composition.pages(deps)[0].make()
        assert isinstance(page, OutboxPage)
        made.append(page)
        return page

    window = ShellWindow()
    presenter = ShellPresenter(
        window, roles_of={place.id: frozenset(Role) for place in PLACES}, actions=ActionTable([])
    )
    for place in PLACES:
        window.add_page(place.id, make if place.id == "outbox" else Page)
    window.place_asked.connect(presenter.open_page)
    presenter.show_access(
        actor.role, [AccessItem("a", actor.role.value, "Dinas Pendidikan Kota Contoh", "31 Des 2026")], "a"
    )
    presenter.show_badges({"outbox": 6})
    presenter.show_link(online=box.world.online, at=builders.NOW, waiting=4, refused=6)
    window.resize(*_SIZE)
    window.show()
    presenter.open_page("outbox")
    _turn()
    return window, presenter, made[0]


def _buyer(folder: Path, suffix: str) -> None:
    box = Box()
    box.world.online = False
    ids = rich(box)
    window, presenter, page = _window(box, builders.PP)
    for name in ("refused", "expired", "proof", "quarantined", "conflict", "waiting", "sent", "accepted"):
        presenter.open_page("outbox", ids[name])
        _save(window, folder / f"outbox-{name}-{suffix}.png")
    presenter.open_page("outbox", ids["conflict"])
    page.card._buttons[next(c for c in page.card._buttons if c.value == "merge")].click()
    _save(window, folder / f"outbox-merge-{suffix}.png")
    _end(window)


def _seller(folder: Path, suffix: str) -> None:
    box = Box(builders.VENDOR)
    conflict(box)
    window, _presenter, _page = _window(box, builders.VENDOR)
    _save(window, folder / f"outbox-seller-{suffix}.png")
    _end(window)
    window, _presenter, _page = _window(Box(), builders.PP)
    _save(window, folder / f"outbox-empty-{suffix}.png")
    _end(window)


def _save(window: ShellWindow, place: Path) -> None:
    _turn()
    window.grab().save(str(place))


def _end(window: ShellWindow) -> None:
    window.close()
    window.deleteLater()
    _turn()


def _turn() -> None:
    for _ in range(4):
        QCoreApplication.processEvents()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete.value)


if __name__ == "__main__":
    sys.exit(main())
