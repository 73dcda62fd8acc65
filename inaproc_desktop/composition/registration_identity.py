"""The wizard of stage 1: view, presenter and what they stand on."""

from __future__ import annotations

from collections.abc import Callable

from inaproc_core.wire.messages import Session
from inaproc_desktop.ports.data import SignedIn
from inaproc_desktop.ports.ui import Clock, Runner
from inaproc_desktop.services.account_safety import AccountSafetyService
from inaproc_desktop.services.registration.identity import IdentityService
from inaproc_desktop.views.registration.identity.presenter import IdentityPresenter
from inaproc_desktop.views.registration.identity.view import IdentityWizard


def join(wizard: IdentityWizard, presenter: IdentityPresenter) -> None:
    """Tie the signals of the wizard to its presenter."""
    wizard.next_asked.connect(presenter.go_on)
    wizard.back_asked.connect(presenter.go_back)
    wizard.extra_asked.connect(presenter.skip)
    wizard.close_asked.connect(presenter.close)
    wizard.banner_action.connect(presenter.try_again)
    wizard.cancelled.connect(presenter.cancel)
    wizard.edited.connect(presenter.note_edit)
    wizard.code_given.connect(lambda channel, code: presenter.check_code(channel, code))
    wizard.resend_asked.connect(lambda channel: presenter.send_code(channel))
    wizard.change_given.connect(lambda channel, text: presenter.change_contact(channel, text))
    wizard.suggestion_chosen.connect(presenter.choose_username)
    wizard.totp_given.connect(presenter.confirm_totp)


def identity_wizard(
    service: IdentityService,
    safety: AccountSafetyService,
    runner: Runner,
    clock: Clock,
    *,
    adopt: Callable[[Session], SignedIn],
    on_signed_in: Callable[[SignedIn], None],
    on_closed: Callable[[], None],
) -> tuple[IdentityWizard, IdentityPresenter]:
    """Return the wizard and its presenter, tied; ``presenter.start()`` goes on with the draft.

    Args:
        service: the registration.
        safety: the second factor of the new account.
        runner: work lanes.
        clock: when drafts were kept.
        adopt: signs in with the session of the new account; blocking (``SessionService.adopt``).
        on_signed_in: the person goes in.
        on_closed: the wizard was left before there is an account; the draft stays.
    """
    wizard = IdentityWizard(service.consents, service.limits)
    presenter = IdentityPresenter(
        wizard,
        service,
        safety,
        runner,
        clock,
        adopt=adopt,
        on_signed_in=on_signed_in,
        on_closed=on_closed,
    )
    join(wizard, presenter)
    return wizard, presenter
