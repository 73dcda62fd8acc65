"""What holds for the kit as a whole: quick to import, named for screen readers, readable at 200 %."""

from __future__ import annotations

import importlib
import subprocess
import sys
from typing import Any

import pytest
from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QWidget,
)

from inaproc_desktop.views import theme
from inaproc_desktop.views.widgets import Pill
from inaproc_desktop.views.widgets.marks import Badge
from inaproc_desktop.views.widgets.scroll import scrolled
from tests.desktop.gallery import pages
from tests.desktop.gallery.__main__ import main as draw_gallery

HEAVY = ("sqlalchemy", "httpx", "keyring", "reportlab", "pyhanko", "pypdfium2", "openpyxl", "alembic")
PAGES = [pages.home, pages.checkout, pages.negotiation, pages.fields]


def loaded_by(statement):
    code = f"import sys; {statement}; print(*sorted(name.split('.')[0] for name in sys.modules))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    return set(done.stdout.split())


def test_the_frame_loads_nothing_heavy():
    loaded = loaded_by("import inaproc_desktop.views.shell.view, inaproc_desktop.bridge.tasks")
    assert "PySide6" in loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize(
    "module",
    [
        "inaproc_desktop.ports.ui",
        "inaproc_desktop.views.format",
        "inaproc_desktop.views.actions",
        "inaproc_desktop.views.shell.presenter",
        "inaproc_desktop.views.shell.rows",
        "tests.desktop.fakes",
    ],
)
def test_presenters_and_what_they_use_need_no_toolkit(module):
    loaded = loaded_by(f"import {module}")
    assert "PySide6" not in loaded
    assert loaded.isdisjoint(HEAVY)


@pytest.mark.parametrize("make", PAGES)
def test_everything_that_takes_the_focus_has_a_name(shown, make):
    page = shown(make(), 1182, 720)
    kinds = (QAbstractButton, QLineEdit, QPlainTextEdit, QComboBox, QAbstractItemView)
    nameless = [
        type(widget).__name__
        for widget in page.findChildren(QWidget)
        if isinstance(widget, kinds)
        and widget.isVisible()
        and not widget.accessibleName()
        and not (isinstance(widget, QAbstractButton) and (widget.text() or widget.toolTip()))
        and not isinstance(widget.parent(), (QLineEdit, QComboBox))
        and type(widget).__name__ not in ("QHeaderView", "Heading", "QTableCornerButton")
    ]
    assert nameless == []


@pytest.mark.parametrize("percent", [100, 150, 200])
@pytest.mark.parametrize("make", PAGES)
def test_no_words_are_squeezed(shown, themed, make, percent):
    theme.apply_theme(themed, "light", percent / 100)
    page = make()
    area = shown(scrolled(page), 1366 if percent > 100 else 1182, 720)
    area.grab()
    cut: list[Any] = []
    for label in page.findChildren(QLabel):
        if not label.isVisible() or not label.text() or isinstance(label, (Pill, Badge)):
            continue
        needed = label.heightForWidth(label.width()) if label.wordWrap() else label.sizeHint().height()
        if label.height() < needed - 1 or (
            not label.wordWrap() and label.width() < label.sizeHint().width() - 1
        ):
            cut.append((label.text(), label.size().toTuple(), needed))
    assert cut == []


def test_tab_walks_through_a_form_in_reading_order(shown, qtbot):
    page = shown(pages.fields(), 1182, 720)
    names: list[Any] = []
    page.findChildren(QLineEdit)[0].setFocus()
    for _ in range(6):
        names.append(page.focusWidget().accessibleName())
        qtbot.keyClick(page.focusWidget(), Qt.Key.Key_Tab)
    assert names[:5] == ["Cari pesanan", "Nama penerima", "Kata sandi", "Sumber dana", "Catatan"]


def test_the_gallery_draws_every_picture(themed, tmp_path):
    assert draw_gallery(["--shots", str(tmp_path)]) == 0
    pictures = sorted(file.name for file in tmp_path.iterdir())
    assert len(pictures) == 40
    assert "home-dark-150.png" in pictures
    assert all(file.stat().st_size > 2000 for file in tmp_path.iterdir())


@pytest.mark.parametrize("package", ["inaproc_desktop.views.widgets", "inaproc_desktop.views.widgets.fields"])
def test_every_name_that_is_offered_can_be_had(package):
    module = importlib.import_module(package)
    assert all(getattr(module, name) is not None for name in module.__all__)
    with pytest.raises(AttributeError, match="no attribute 'Buttn'"):
        _ = module.Buttn


def modules_after(module):
    return set(
        subprocess.run(
            [sys.executable, "-c", f"import sys, {module}; print(*sys.modules)"],
            capture_output=True,
            text=True,
            check=True,
        ).stdout.split()
    )


def test_the_window_leaves_the_frame_for_later():
    loaded = modules_after("inaproc_desktop.views.shell.view")
    kit = {name for name in loaded if name.startswith("inaproc_desktop.views.widgets.")}
    assert kit <= {"inaproc_desktop.views.widgets.late", "inaproc_desktop.views.widgets.remembered"}
    assert not any(name.startswith(("inaproc_core", "inaproc_desktop.views.theme")) for name in loaded)
    assert loaded.isdisjoint({"PySide6.QtSvg", "inaproc_desktop.views.shell.frame"})


def test_the_frame_leaves_what_it_does_not_need():
    loaded = modules_after("inaproc_desktop.views.shell.frame")
    kit = "inaproc_desktop.views.widgets"
    assert f"{kit}.page" in loaded
    assert loaded.isdisjoint(
        {f"{kit}.table.view", f"{kit}.document_preview", f"{kit}.fields.dates", f"{kit}.grid"}
    )
