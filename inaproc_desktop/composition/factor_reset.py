"""The dialog for a lost phone and lost recovery codes, and what it stands on."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from inaproc_desktop.ports.ui import Runner
from inaproc_desktop.services.factor_reset import FactorResetService
from inaproc_desktop.views.sign_in.factor_reset.presenter import FactorResetPresenter
from inaproc_desktop.views.sign_in.factor_reset.view import FactorResetDialog


def open_factor_reset(
    parent: QWidget, service: FactorResetService, runner: Runner, account: str
) -> FactorResetDialog:
    """Open the dialog over a page.

    Args:
        parent: the sign-in page.
        service: one request.
        runner: work lanes.
        account: the account that was being signed in to.
    """
    dialog = FactorResetDialog(parent, account)
    presenter = FactorResetPresenter(dialog, service, runner)
    dialog.account_given.connect(presenter.begin)
    dialog.code_given.connect(lambda channel, code: presenter.check_code(channel, code))
    dialog.code_asked.connect(lambda channel: presenter.send_code(channel))
    dialog.finished.connect(lambda _result: presenter.close())
    dialog.open()
    return dialog
