"""What the presenter of stage 1 needs of its wizard."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import datetime
from typing import Protocol

from inaproc_core.errors import Refusal
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import RegistrationState
from inaproc_desktop.ports.identity import FieldNews, IdentityForm, TotpSetup
from inaproc_desktop.views.registration.identity.rows import Waiting


class IdentityView(Protocol):
    """What the presenter needs of the wizard."""

    def page_id(self) -> str:
        """Return the page in sight."""

    def show_page(self, page_id: str) -> None:
        """Show a page."""

    def form(self) -> IdentityForm:
        """Return what was typed."""

    def show_form(self, form: IdentityForm) -> None:
        """Fill in the form."""

    def agreed(self) -> frozenset[str]:
        """Return the kinds of consent that are ticked."""

    def show_agreed(self, kinds: frozenset[str]) -> None:
        """Tick consents."""

    def show_missing_consents(self, kinds: frozenset[str]) -> None:
        """Mark the consents that are needed."""

    def show_news(self, name: str, news: FieldNews) -> None:
        """Show what can be said of a field while it is typed."""

    def show_lacks(self, lacks: Sequence[str]) -> None:
        """Show what the password still lacks."""

    def show_problems(self, problems: Sequence[Refusal]) -> None:
        """Show what is wrong with the form, and go to the first of it."""

    def show_resumed(self) -> None:
        """Say that a draft goes on and that the password is asked again."""

    def show_kept_at(self, at: datetime | None) -> None:
        """Say when the draft was kept."""

    def show_waiting(self, waiting: Waiting) -> None:
        """Say what is waited for."""

    def show_failure(self, error: Exception | None, *, again: bool = False) -> None:
        """Say what went wrong with the whole page, with a button that tries again."""

    def show_state(self, state: RegistrationState | None) -> None:
        """Show where both codes stand, and whether the username is free."""

    def show_code_error(self, channel: Channel, error: Exception) -> None:
        """Say why a code was not taken."""

    def show_change_error(self, channel: Channel, error: Exception) -> None:
        """Say why another address was not taken."""

    def show_changed(self, channel: Channel, value: str) -> None:
        """Another address was taken."""

    def username_wish(self) -> str:
        """Return the username typed where the first one is not free."""

    def show_username_taken(self, username: str) -> None:
        """Another username was taken over into the form."""

    def show_username_error(self, error: Exception) -> None:
        """Say why another username was not taken."""

    def show_setup(self, setup: TotpSetup | None, *, compulsory: bool) -> None:
        """Show the second factor that waits for its code; ``None`` while it is fetched."""

    def show_setup_error(self, error: Exception) -> None:
        """Say why the code of the authenticator was not taken."""

    def setup_code(self) -> str:
        """Return the digits typed so far."""

    def show_recovery_codes(self, codes: Sequence[str], account: str) -> None:
        """Show the recovery codes."""

    def put_away(self) -> bool:
        """Return whether the recovery codes were put away."""

    def show_not_put_away(self) -> None:
        """Ask to put the recovery codes away first."""

    def show_done(self, name: str, *, second_factor: bool) -> None:
        """Show what comes next."""

    def forget_secrets(self) -> None:
        """Take password, codes and key off the screen."""
