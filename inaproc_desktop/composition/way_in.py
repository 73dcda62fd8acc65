"""The ways from the sign-in page to an account: stage 1, Lupa kata sandi, and a lost second factor."""

from __future__ import annotations

import platform
from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from inaproc_core.calendar import Zone, local_date
from inaproc_core.errors import refuse
from inaproc_core.registration.forms import RegistrationRules
from inaproc_desktop.composition.factor_reset import open_factor_reset
from inaproc_desktop.composition.files import Files
from inaproc_desktop.composition.recovery import open_recovery
from inaproc_desktop.composition.registration_identity import identity_wizard
from inaproc_desktop.ports.data import SignedIn
from inaproc_desktop.ports.registration import WizardDrafts
from inaproc_desktop.ports.ui import Clock, Runner
from inaproc_desktop.remote.account import HttpAccount, HttpRegistration
from inaproc_desktop.remote.endpoints import HttpWire
from inaproc_desktop.services.account_safety import AccountSafetyService
from inaproc_desktop.services.factor_reset import FactorResetService
from inaproc_desktop.services.recovery import RecoveryService
from inaproc_desktop.services.registration.identity import IdentityService
from inaproc_desktop.services.session import SessionService
from inaproc_desktop.storage.wizard_drafts import LocalWizardDrafts


class WayIn:
    """Makes what stands before the frame, on the server in use."""

    def __init__(
        self,
        *,
        files: Files,
        session: SessionService,
        runner: Runner,
        clock: Clock,
        device_id: str,
        language: Callable[[], str],
    ) -> None:
        """Put it together; nothing is opened yet.

        Args:
            files: where the drafts of people without an account lie.
            session: the server in use, its rules, and signing in with a new account.
            runner: work lanes.
            clock: the time.
            device_id: this machine.
            language: of the window, for the mails that follow.
        """
        self._files = files
        self._session = session
        self._runner = runner
        self._clock = clock
        self._device_id = device_id
        self._language = language
        self._drafts: dict[bool, WizardDrafts] = {}

    def has_server(self) -> bool:
        """Return whether a server is in use."""
        return self._session.server is not None

    def wizard(self, *, on_signed_in: Callable[[SignedIn], None], on_closed: Callable[[], None]) -> QWidget:
        """Return the wizard of stage 1, on its way.

        Args:
            on_signed_in: takes over with the new account.
            on_closed: the wizard was left; its draft stays.
        """
        service = IdentityService(
            calls=self._calls, drafts=self._opened, rules=self._rules, language=self._language
        )
        safety = AccountSafetyService(lambda: HttpAccount(self._wire()), self._rules)
        wizard, presenter = identity_wizard(
            service,
            safety,
            self._runner,
            self._clock,
            adopt=self._session.adopt,
            on_signed_in=on_signed_in,
            on_closed=on_closed,
        )
        presenter.start()
        return wizard

    def recover(self, page: QWidget, account: str) -> None:
        """Open Lupa kata sandi over the sign-in page."""
        open_recovery(page, RecoveryService(self._calls, self._rules), self._runner, account)

    def reset_factor(self, page: QWidget, account: str) -> None:
        """Open the way for a lost phone and lost recovery codes over the sign-in page."""
        open_factor_reset(page, FactorResetService(self._calls, self._rules), self._runner, account)

    def _calls(self) -> HttpRegistration:
        return HttpRegistration(self._wire().client, device_id=self._device_id, device_name=platform.node())

    def _wire(self) -> HttpWire:
        wire = self._session.wire
        if not isinstance(wire, HttpWire):
            message = "the server is not reached over HTTP"
            raise TypeError(message)
        return wire

    def _rules(self) -> RegistrationRules:
        return self._session.registration.at(local_date(self._clock.now(), Zone.WIB))

    def _opened(self) -> WizardDrafts:
        server = self._session.server
        if server is None:
            refuse("server.none", at="server")
        if server.embedded not in self._drafts:
            file = self._files.registration(server)
            self._drafts[server.embedded] = LocalWizardDrafts(file, self._clock)
        return self._drafts[server.embedded]
