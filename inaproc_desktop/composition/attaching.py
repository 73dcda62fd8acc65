"""Supporting documents at the window: the service of one access, and cards that open files."""

from __future__ import annotations

from pathlib import Path

from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.ports.data import WorldFailed
from inaproc_desktop.services.attachments import AttachmentService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.views.attachments.presenter import OpenFilePresenter
from inaproc_desktop.views.attachments.view import FileWindow
from inaproc_desktop.views.widgets import Page
from inaproc_desktop.views.widgets.attachments import AttachmentsCard


def attachment_service(deps: Deps) -> AttachmentService:
    """Return the service of the access that acts."""
    rules = Rules(deps.policy, deps.calendar, deps.clock)
    return AttachmentService(deps.shelf, deps.order_files, rules, deps.signed_in.actor.access_id)


def file_opener(deps: Deps, page: Page) -> OpenFilePresenter:
    """Return what opens files over a page; it ends with the page."""

    def open_view() -> FileWindow:
        window = FileWindow(page, deps.runner)
        window.finished.connect(opener.close)  # what was still on its way has nobody to go to
        window.save_asked.connect(lambda content, path: opener.save(window, content, path))
        return window

    opener = OpenFilePresenter(open_view, attachment_service(deps), deps.runner, write_copy)
    page.destroyed.connect(opener.close)
    return opener


def open_from(deps: Deps, page: Page, card: AttachmentsCard) -> None:
    """Let the documents of a card be opened over its page."""
    opener = file_opener(deps, page)
    card.open_asked.connect(lambda order_id, attachment: opener.open(order_id, attachment))


def write_copy(path: Path, content: bytes) -> None:
    """Write a copy whole or not at all.

    Raises:
        WorldFailed: ``world.disk``.
    """
    part = path.with_name(f".{path.name}.part")
    try:
        part.write_bytes(content)
        part.replace(path)
    except OSError as error:
        part.unlink(missing_ok=True)
        raise WorldFailed("world.disk", str(error)) from error
