"""The mailbox of training mode, opened from the sign-in page and from the frame."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inaproc_desktop.ports.desk import MailboxCalls
from inaproc_desktop.ports.ui import Runner
from inaproc_desktop.views.training_tray.presenter import TrayPresenter, code_in
from inaproc_desktop.views.training_tray.view import TrayWindow


def open_tray(parent: QWidget, calls: MailboxCalls, runner: Runner) -> TrayWindow:
    """Open the mailbox beside a window, or bring the open one to the front.

    Args:
        parent: any widget of the window it belongs to.
        calls: reads the mailbox; works without a session.
        runner: lives as long as the window, not only as long as one access.
    """
    window = parent.window()
    for shown in window.findChildren(TrayWindow):
        if shown.isVisible():
            shown.show_beside()
            return shown
    made = TrayWindow(window, code_in)
    presenter = TrayPresenter(made, calls, runner)
    made.closed.connect(presenter.stop)
    made.destroyed.connect(presenter.stop)
    presenter.start()
    made.show_beside()
    return made
