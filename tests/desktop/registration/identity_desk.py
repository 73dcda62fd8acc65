"""The wizard of stage 1 with a backend in memory and a real draft file."""

from __future__ import annotations

from pathlib import Path
from typing import Any

from inaproc_core.registration.book import load_registration
from inaproc_core.wire.messages import Session
from inaproc_desktop.ports.data import SignedIn
from inaproc_desktop.services.account_safety import AccountSafetyService
from inaproc_desktop.services.registration.identity import IdentityService
from inaproc_desktop.storage.wizard_drafts import LocalWizardDrafts, open_registration_file
from inaproc_desktop.views.registration.identity.presenter import IdentityPresenter
from tests import builders
from tests.desktop.fakes import FixedClock, ImmediateRunner
from tests.desktop.registration.fakes import FakeAccount, FakeRegistration
from tests.desktop.sealed import KEY

RULES = load_registration().at(builders.NOW.date())


class Desk:
    """Everything behind the wizard; ``presenter`` is made for a view."""

    def __init__(self, folder: Path) -> None:
        self.clock = FixedClock(builders.NOW)
        self.runner = ImmediateRunner()
        self.backend = FakeRegistration()
        self.account = FakeAccount()
        self.database = open_registration_file(folder / "registration.db", KEY)
        self.drafts = LocalWizardDrafts(self.database, self.clock)
        self.service = IdentityService(
            calls=lambda: self.backend, drafts=lambda: self.drafts, rules=lambda: RULES, language=lambda: "id"
        )
        self.safety = AccountSafetyService(lambda: self.account, lambda: RULES)
        self.adopted: list[Session] = []
        self.entered: list[Any] = []
        self.closed = 0

    def adopt(self, session: Session) -> SignedIn:
        self.adopted.append(session)
        return FakeSignedIn(session)  # type: ignore[return-value]

    def presenter(self, view: Any) -> IdentityPresenter:
        def closed() -> None:
            self.closed += 1

        return IdentityPresenter(
            view,
            self.service,
            self.safety,
            self.runner,
            self.clock,
            adopt=self.adopt,
            on_signed_in=self.entered.append,
            on_closed=closed,
        )


class FakeSignedIn:
    """As much of ``SignedIn`` as the wizard looks at."""

    def __init__(self, session: Session) -> None:
        self.session = session
