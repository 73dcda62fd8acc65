"""Supporting documents in real widgets: chosen at the checkout, opened by whoever sees the order."""

from __future__ import annotations

import hashlib
import tempfile
from dataclasses import replace
from pathlib import Path
from typing import Any

import pytest
from PySide6.QtWidgets import QApplication, QFileDialog, QLabel, QPushButton, QToolButton, QWidget

from inaproc_core.orders.content import Attachment, AttachmentKind
from inaproc_core.orders.states import State
from inaproc_desktop.composition import ordering
from inaproc_desktop.composition.attaching import write_copy
from inaproc_desktop.ports.attachments import FileState
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.views.attachments.view import FileWindow
from inaproc_desktop.views.widgets import CheckField, ComboField, DocumentPreview
from inaproc_desktop.views.widgets.attachments import AttachmentsCard, attachment_note
from tests import builders
from tests.builders import PPK, VENDOR
from tests.desktop.checkout.test_view import Seat
from tests.desktop.fake_data import Mine, office
from tests.desktop.fake_deps import fake_deps
from tests.desktop.fake_shelf import FakeOrderFiles
from tests.desktop.fakes import ImmediateRunner
from tests.documents.intake import corpus
from tests.documents.intake.pictures import card, jpeg


def paper(folder: Path, name: str = "KAK laptop sekolah.pdf") -> str:
    place = folder / name
    place.write_bytes(corpus.good_pdf())
    return str(place)


def attachment(content: bytes, **changes: Any) -> Attachment:
    made = Attachment(
        sha256=hashlib.sha256(content).hexdigest(),
        name="KAK.pdf",
        media_type="application/pdf",
        size=len(content),
        kind=AttachmentKind.KAK,
    )
    return replace(made, **changes)


def test_choosing_naming_and_removing_a_file(qtbot, tmp_path: Path) -> None:
    seat = Seat(qtbot)
    order_id = seat.open_complete()
    page = seat.page
    page.findChild(QPushButton, "checkout.attach").click()
    dialog = page.window().findChild(QFileDialog, "checkout.attach_dialog")
    assert dialog is not None
    dialog.fileSelected.emit(paper(tmp_path))
    dialog.close()
    (made,) = seat.kept(order_id).attachments
    assert made.name == "KAK laptop sekolah.pdf"
    state = page.findChild(QLabel, "checkout.file_state.1")
    assert state.text() == "tersimpan di komputer"
    kind = page.findChild(ComboField, "checkout.file_kind.1")
    internal = page.findChild(CheckField, "checkout.file_internal.1")
    kind.changed.emit("HPS")
    assert internal.value() is True
    assert seat.kept(order_id).attachments[0].internal
    for where, words in (
        ((FileState.UPLOADING, made.size * 2 // 5), "mengunggah 3"),
        ((FileState.CHECKING, made.size), "diperiksa"),
        ((FileState.ACCEPTED, made.size), "diterima"),
    ):
        seat.deps.bus.publish(seat.mine.shelf.move(made.sha256, *where))
        assert state.text().startswith(words)
    seat.deps.bus.publish(seat.mine.shelf.move(made.sha256, FileState.REFUSED, reason="file.pdf_encrypted"))
    assert state.text() == "ditolak"
    assert page.files.state.text() == "ganti 1 berkas"
    page.findChild(QToolButton, "checkout.file_remove.1").click()
    assert seat.kept(order_id).attachments == ()
    assert page.findChild(QLabel, "checkout.file_state.1") is None or not page.files._rows


def test_a_restored_draft_shows_its_files(qtbot, tmp_path: Path) -> None:
    seat = Seat(qtbot)
    order_id = seat.open_complete()
    seat.page.file_chosen.emit(paper(tmp_path))
    seat.page.close()
    seat.page = seat.make()
    seat.open(order_id)
    assert list(seat.page.files._rows) == [seat.kept(order_id).attachments[0].sha256]


@pytest.mark.parametrize(("place", "actor"), [("order", PPK), ("order", VENDOR), ("negotiation", VENDOR)])
def test_whoever_sees_the_order_opens_its_file(qtbot, place: str, actor: Any) -> None:
    world = office()
    content = corpus.good_pdf()
    kak = attachment(content)
    hps = attachment(b"x", name="HPS.pdf", kind=AttachmentKind.HPS, internal=True)
    order = replace(builders.play_to(State.WAIT_SELLER), attachments=(kak, hps))
    world.add_orders(order)
    mine = Mine(world, actor)
    files = FakeOrderFiles(mine.shelf, elsewhere={kak.sha256: content})
    deps, _ = fake_deps(world, actor, mine=mine, order_files=files)
    spec = next(one for one in ordering.pages(deps) if one.place_id == place)
    page: Any = spec.make()
    qtbot.addWidget(page)
    page.resize(1180, 720)
    page.show()
    page.open_item(order.id)
    shown = page.findChild(AttachmentsCard)
    names = [one.text() for one in shown.findChildren(QLabel)]
    assert "KAK.pdf" in names
    assert ("HPS.pdf" in names) == (actor is not VENDOR)
    shown.findChild(QPushButton, "attachments.open.1").click()
    window = page.window().findChild(FileWindow)
    assert window.windowTitle() == "KAK.pdf"
    qtbot.waitUntil(lambda: window.findChild(DocumentPreview).page_count() > 0)
    window.findChild(QPushButton, "attachment_window.close").click()


@pytest.fixture
def host(qtbot) -> QWidget:
    made = QWidget()
    qtbot.addWidget(made)
    return made


def window_over(host: QWidget) -> FileWindow:
    host.resize(1200, 700)
    return FileWindow(host, ImmediateRunner())


def test_without_a_link_the_window_says_what_is_missing(host: QWidget) -> None:
    window = window_over(host)
    window.show_waiting(attachment(b"x"))
    window.show_failed(WorldFailed("world.offline"))
    words = " ".join(one.text() for one in window.findChildren(QLabel))
    assert "belum ada di komputer ini" in words
    assert not window.save.isEnabled()
    window.close()


def test_a_picture_is_shown_and_a_broken_one_is_told(host: QWidget) -> None:
    window = window_over(host)
    content = jpeg(card(), 90)
    one = attachment(content, name="Foto.jpg", media_type="image/jpeg")
    window.show_waiting(one)
    window.show_content(one, content)
    assert not window._picture.pixmap().isNull()
    window.show_content(one, b"no picture")
    words = " ".join(label.text() for label in window.findChildren(QLabel))
    assert "tidak dapat ditampilkan" in words
    window.close()


def test_a_copy_is_written_whole_or_not_at_all(tmp_path: Path) -> None:
    write_copy(tmp_path / "KAK.pdf", b"content")
    assert (tmp_path / "KAK.pdf").read_bytes() == b"content"
    with pytest.raises(WorldFailed):
        write_copy(tmp_path / "nowhere" / "KAK.pdf", b"content")
    assert [path.name for path in tmp_path.iterdir()] == ["KAK.pdf"]


def test_a_line_says_what_it_is_and_who_sees_it() -> None:
    assert attachment_note(attachment(b"x" * 1500)) == "KAK · PDF · 1,5 KB"
    hidden = attachment(b"x" * 1500, kind=AttachmentKind.HPS, internal=True)
    assert attachment_note(hidden).endswith("· hanya satker")


def test_the_clipboard_and_the_disk_stay_untouched(host: QWidget) -> None:
    """Opening is from memory: nothing appears in the folder for temporary files."""
    before = set(Path(tempfile.gettempdir()).iterdir())
    clipboard = QApplication.clipboard().text()
    window = window_over(host)
    content = corpus.good_pdf()
    window.show_waiting(attachment(content))
    window.show_content(attachment(content), content)
    new = set(Path(tempfile.gettempdir()).iterdir()) - before
    assert not [path for path in new if path.is_file() and content in path.read_bytes()]
    assert QApplication.clipboard().text() == clipboard
    window.close()
