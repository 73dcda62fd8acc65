"""The page of account safety."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial

from PySide6.QtWidgets import QWidget

from inaproc_core.calendar import Zone, local_date
from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.roles import Role
from inaproc_desktop.composition.deps import Deps, PageSpec
from inaproc_desktop.services.account_safety import AccountSafetyService
from inaproc_desktop.views.account_safety.presenter import AccountSafetyPresenter
from inaproc_desktop.views.account_safety.view import AccountSafetyPage


def pages(deps: Deps, on_signed_out: Callable[[], None]) -> tuple[PageSpec, ...]:
    """Return the page of account safety, for every role.

    Args:
        deps: what it is built from.
        on_signed_out: every session was ended, this one too: back to the sign-in page.
    """
    return (
        PageSpec(
            place_id="account",
            roles=frozenset(Role),
            make=partial(_account, deps, on_signed_out),
        ),
    )


def _account(deps: Deps, on_signed_out: Callable[[], None]) -> QWidget:
    def rules() -> RegistrationRules:
        return deps.registration_rules.at(local_date(deps.clock.now(), Zone.WIB))

    service = AccountSafetyService(lambda: deps.account, rules)
    kinds = {kind.value: (form.label_id, form.label_en) for kind, form in rules().access_forms.items()}
    page = AccountSafetyPage(service.limits, kinds)
    presenter = AccountSafetyPresenter(page, service, deps.runner, on_signed_out=on_signed_out)
    join(page, presenter)
    return page


def join(page: AccountSafetyPage, presenter: AccountSafetyPresenter) -> None:
    """Tie the signals of the page to its presenter."""
    page.entered.connect(presenter.open)
    page.totp_asked.connect(presenter.begin_totp)
    page.totp_given.connect(presenter.confirm_totp)
    page.totp_off_asked.connect(presenter.remove_totp)
    page.codes_asked.connect(presenter.renew_codes)
    page.reset_stopped.connect(presenter.stop_reset)
    page.password_typed.connect(presenter.look_at_password)
    page.password_given.connect(presenter.change_password)
    page.contact_given.connect(lambda channel, text: presenter.change_contact(channel, text))
    page.contact_code_given.connect(lambda channel, code: presenter.check_contact(channel, code))
    page.device_ended.connect(presenter.end_device)
    page.all_ended.connect(presenter.end_all_devices)
    page.proof_given.connect(presenter.prove)
    page.proof_dropped.connect(presenter.drop_proof)
    page.destroyed.connect(presenter.close)
