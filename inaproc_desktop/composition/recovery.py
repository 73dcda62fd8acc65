"""The dialog of Lupa kata sandi and what it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inaproc_desktop.ports.ui import Runner
from inaproc_desktop.services.recovery import RecoveryService
from inaproc_desktop.views.sign_in.recovery.presenter import RecoveryPresenter
from inaproc_desktop.views.sign_in.recovery.view import RecoveryDialog


def open_recovery(parent: QWidget, service: RecoveryService, runner: Runner, account: str) -> RecoveryDialog:
    """Open the dialog over a page.

    Args:
        parent: the sign-in page.
        service: one way back in.
        runner: work lanes.
        account: what was typed as account so far.
    """
    dialog = RecoveryDialog(parent, service.limits, account)
    presenter = RecoveryPresenter(dialog, service, runner)
    dialog.account_given.connect(presenter.begin)
    dialog.code_given.connect(presenter.check_code)
    dialog.resend_asked.connect(presenter.send_code)
    dialog.password_typed.connect(presenter.look_at)
    dialog.password_given.connect(presenter.set_password)
    dialog.finished.connect(lambda _result: presenter.close())
    dialog.open()
    return dialog
