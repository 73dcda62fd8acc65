"""Stage 1: the form, the two codes, the account. Password, codes and token live in memory only."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace

from inaproc_core.errors import Refusal, Refused
from inaproc_core.registration import identity as rules_of_identity
from inaproc_core.registration.forms import ConsentText, Limits, RegistrationRules
from inaproc_core.registration.vocabulary import Channel
from inaproc_core.wire.account import Consents, RegistrationState
from inaproc_core.wire.messages import Session
from inaproc_desktop.ports.identity import FieldNews, IdentityForm
from inaproc_desktop.ports.registration import DraftValue, Identity, RegistrationCalls, WizardDrafts
from inaproc_desktop.ports.world import WorldFailed

DRAFT = "identity"
"""Key of the draft; one per machine."""

FORM_FIELDS = ("full_name", "username", "email", "phone")
"""What is drafted. The password never is."""


@dataclass(frozen=True, kw_only=True)
class Resumed:
    """What a draft gives back.

    Attributes:
        agreed: kinds of consent that were ticked in the version that is in force.
        page: the page it was left on.
    """

    form: IdentityForm
    agreed: frozenset[str]
    page: str


class IdentityService:
    """One registration, from the first tick to the account. Methods that call the backend block."""

    def __init__(
        self,
        *,
        calls: Callable[[], RegistrationCalls],
        drafts: Callable[[], WizardDrafts],
        rules: Callable[[], RegistrationRules],
        language: Callable[[], str],
    ) -> None:
        """Put the service together; nothing is opened or sent yet.

        Args:
            calls: the backend in use.
            drafts: the machine-wide drafts; opened on the data lane.
            rules: the registration rules in force today.
            language: ``id`` or ``en``, for the mails that follow.
        """
        self._calls = calls
        self._drafts = drafts
        self._rules = rules
        self._language = language
        self._sent: Identity | None = None
        self._state: RegistrationState | None = None
        self._token = ""

    # ---- what is shown

    @property
    def limits(self) -> Limits:
        """The numbers in force."""
        return self._rules().limits

    @property
    def consents(self) -> tuple[ConsentText, ...]:
        """The texts to agree to, in order."""
        return self._rules().consents

    @property
    def state(self) -> RegistrationState | None:
        """Where the registration stands on the backend; ``None`` before it was sent."""
        return self._state

    # ---- the draft

    def resume(self) -> Resumed | None:
        """Return what was left on this machine."""
        draft = self._drafts().load(DRAFT)
        if draft is None:
            return None
        typed = {name: str(draft.data.get(name, "")) for name in FORM_FIELDS}
        agreed = {
            text.kind for text in self.consents if draft.data.get(f"{text.kind}_version") == text.version
        }
        return Resumed(form=IdentityForm(**typed), agreed=frozenset(agreed), page=draft.page)

    def keep(self, page: str, form: IdentityForm, agreed: frozenset[str]) -> None:
        """Keep what was typed, durably, without the password."""
        data: dict[str, DraftValue] = {name: getattr(form, name) for name in FORM_FIELDS}
        data |= {f"{text.kind}_version": text.version for text in self.consents if text.kind in agreed}
        self._drafts().save(DRAFT, page, data)

    def discard(self) -> None:
        """Forget the draft and everything in memory."""
        self._drafts().forget(DRAFT)
        self.forget_secrets()

    def forget_secrets(self) -> None:
        """Drop password, token and state from memory."""
        self._sent = self._state = None
        self._token = ""

    # ---- rules, at once and without a link

    def look_at(self, name: str, form: IdentityForm) -> FieldNews:
        """Return what can be said of one field; empty fields are left alone."""
        if not getattr(form, name):
            return FieldNews()
        try:
            tidy = self._checked(name, form)
        except Refused as refused:
            return FieldNews(refusal=refused.refusal)
        meant = rules_of_identity.lookalike_domain(tidy, self._rules()) if name == "email" else ""
        return FieldNews(meant=meant, tidy=tidy)

    def password_lacks(self, password: str) -> tuple[str, ...]:
        """Return the codes of what a password still lacks."""
        return rules_of_identity.password_lacks(password, self.limits)

    def check(self, form: IdentityForm) -> tuple[Refusal, ...]:
        """Return everything that is wrong with the form, one refusal per field."""
        found: list[Refusal] = []
        for name in (*FORM_FIELDS, "password"):
            try:
                self._checked(name, form)
            except Refused as refused:
                found.append(replace(refused.refusal, field=name))
        if not form.password:
            return tuple(found)
        repeated = rules_of_identity.check_repeated(form.password, form.password_again)
        return (*found, repeated) if repeated is not None else tuple(found)

    def _checked(self, name: str, form: IdentityForm) -> str:
        rules = self._rules()
        text: str = getattr(form, name)
        if name == "full_name":
            return rules_of_identity.check_full_name(text, rules.limits)
        if name == "username":
            return rules_of_identity.check_username(text, rules)
        if name == "email":
            return rules_of_identity.check_email(text, rules.limits)
        if name == "phone":
            return rules_of_identity.phone_for_code(text, rules.limits).text
        rules_of_identity.check_password(
            text,
            username=form.username.strip().lower(),
            email=form.email.strip().lower(),
            limits=rules.limits,
            is_breached=_never,  # the list of known passwords is the backend's
        )
        return text

    # ---- the backend

    def begin(self, form: IdentityForm) -> RegistrationState:
        """Send the form, or what changed in it since it was sent; a code goes to the email.

        Raises:
            Refused: the first thing that is wrong with the form.
            BackendRefused, WorldFailed: as the calls.
        """
        problems = self.check(form)
        if problems:
            raise Refused(problems[0])
        identity = self._identity(form)
        sent, state = self._sent, self._state
        same = sent is not None and (sent.full_name, sent.password) == (identity.full_name, identity.password)
        if state is None or sent is None or not same:
            consents = {text.kind: text.version for text in self.consents}
            made = self._calls().begin_registration(identity, _consents(consents), self._language())
            self._token = made.token
            return self._took(made, identity)
        changed = {
            name: getattr(identity, name)
            for name in ("email", "phone", "username")
            if getattr(identity, name) != getattr(sent, name)
        }
        if not changed:
            return state
        amended = self._calls().amend_registration(state.registration_id, self._token, **changed)
        return self._took(amended, identity)

    def send_code(self, channel: Channel) -> RegistrationState:
        """Ask for a code."""
        state, identity = self._under_way()
        made = self._calls().send_registration_code(state.registration_id, self._token, channel)
        return self._took(made, identity)

    def check_code(self, channel: Channel, code: str) -> RegistrationState:
        """Send the digits that arrived. The state is read again after a wrong answer, for the tries left."""
        state, identity = self._under_way()
        made = self._calls().check_registration_code(state.registration_id, self._token, channel, code)
        return self._took(made, identity)

    def look_again(self) -> RegistrationState | None:
        """Ask where the registration stands; ``None`` when it cannot be known."""
        state, identity = self._under_way()
        try:
            return self._took(self._calls().registration(state.registration_id, self._token), identity)
        except WorldFailed:
            return None

    def change_contact(self, channel: Channel, text: str) -> tuple[RegistrationState, str]:
        """Ubah email or Ubah nomor: a code goes to the new one; the rest of the form stays.

        Returns:
            The state, and the value as it was sent.

        Raises:
            Refused: the new value is malformed.
        """
        state, identity = self._under_way()
        name = "email" if channel is Channel.EMAIL else "phone"
        value = self._checked(name, replace(IdentityForm(), **{name: text}))
        return self._amended(state, identity, {name: value}), value

    def choose_username(self, text: str) -> tuple[RegistrationState, str]:
        """Take another username where the first one is not free."""
        state, identity = self._under_way()
        value = self._checked("username", IdentityForm(username=text))
        return self._amended(state, identity, {"username": value}), value

    def complete(self) -> Session:
        """Make the account; the draft is forgotten.

        Raises:
            WorldFailed: ``world.answer`` when no session came with it.
        """
        state, _identity = self._under_way()
        answer = self._calls().complete_registration(state.registration_id, self._token)
        if answer.session is None:
            raise WorldFailed("world.answer", "the new account has no session")
        self._token = ""
        self._drafts().forget(DRAFT)
        return answer.session

    def password(self) -> str:
        """Return the password that was just chosen, to prove presence with; empty afterwards."""
        return self._sent.password if self._sent is not None else ""

    # ---- inside

    def _amended(
        self, state: RegistrationState, identity: Identity, changed: Mapping[str, str]
    ) -> RegistrationState:
        made = self._calls().amend_registration(state.registration_id, self._token, **changed)
        return self._took(made, replace(identity, **changed))

    def _identity(self, form: IdentityForm) -> Identity:
        return Identity(**{name: self._checked(name, form) for name in (*FORM_FIELDS, "password")})

    def _took(self, state: RegistrationState, identity: Identity) -> RegistrationState:
        self._state, self._sent = state, identity
        return state

    def _under_way(self) -> tuple[RegistrationState, Identity]:
        if self._state is None or self._sent is None:
            message = "no registration is under way"
            raise RuntimeError(message)
        return self._state, self._sent


def _consents(versions: Mapping[str, str]) -> Consents:
    return Consents(terms_version=versions["terms"], privacy_version=versions["privacy"])


def _never(_password: str) -> bool:
    return False
