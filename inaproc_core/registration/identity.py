"""What makes a digital identity: name, username, email, phone, password (stage 1).

Each check returns the normal form or raises ``Refused`` at its field. Facts never hold a password, an address
or a number; refusals end up in logs.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable
from fnmatch import fnmatchcase

from inaproc_core.errors import Refusal, Refused, refuse
from inaproc_core.identifiers import Phone, parse_phone
from inaproc_core.registration.forms import Limits, RegistrationRules

_NAME_MARKS = frozenset(" .,'/-")
_QUOTES = str.maketrans({"\u2018": "'", "\u2019": "'", "`": "'", "\u2010": "-", "\u2011": "-", "\u2013": "-"})
_USERNAME = re.compile(r"[a-z0-9._]+")
_TWO_SEPARATORS = re.compile(r"[._]{2}")
_PARTS = re.compile(r"[._0-9]+")
_NIK_INSIDE = re.compile(r"[0-9]{16}")
_LOCAL_MAX = 64
_LOCAL = re.compile(r"[a-z0-9!#$%&'*+/=?^_`{|}~-]+(?:\.[a-z0-9!#$%&'*+/=?^_`{|}~-]+)*")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_TOP = re.compile(r"[a-z]{2,}|xn--[a-z0-9-]+")
_SHORTEST_TELLING = 4
_MOBILE_PREFIX = 3


def check_full_name(text: str, limits: Limits, *, at: str = "full_name") -> str:
    """Return a name as on the KTP: blanks tidied, typographic marks made plain.

    Raises:
        Refused: ``name.empty``, ``name.length``, ``name.characters``.
    """
    name = " ".join(unicodedata.normalize("NFC", text).translate(_QUOTES).split())
    if not name:
        refuse("name.empty", at=at)
    if not limits.name_min <= len(name) <= limits.name_max:
        refuse("name.length", at=at, minimum=limits.name_min, maximum=limits.name_max, got=len(name))
    letters = [letter for letter in name if letter not in _NAME_MARKS]
    if not letters or not all(_is_latin_letter(letter) for letter in letters):
        refuse("name.characters", at=at)
    return name


def _is_latin_letter(letter: str) -> bool:
    return letter.isalpha() and unicodedata.name(letter, "").startswith("LATIN")


def check_username(text: str, rules: RegistrationRules, *, at: str = "username") -> str:
    """Return a username in lower case.

    A role belongs on an access, never in a username: a person changes role, and keeps the account.

    Raises:
        Refused: ``username.empty``, ``username.is_email``, ``username.characters``, ``username.length``,
            ``username.start``, ``username.separators``, ``username.is_nik``, ``username.reserved``
            (fact ``part``).
    """
    limits = rules.limits
    name = text.strip().lower()
    if not name:
        refuse("username.empty", at=at)
    if "@" in name:
        refuse("username.is_email", at=at)
    if _NIK_INSIDE.search(name):
        refuse("username.is_nik", at=at)
    if _USERNAME.fullmatch(name) is None:
        refuse("username.characters", at=at)
    if not limits.username_min <= len(name) <= limits.username_max:
        refuse(
            "username.length", at=at, minimum=limits.username_min, maximum=limits.username_max, got=len(name)
        )
    if not name[0].isalpha():
        refuse("username.start", at=at)
    if _TWO_SEPARATORS.search(name):
        refuse("username.separators", at=at)
    for part in _PARTS.split(name):
        if part and any(fnmatchcase(part, word) for word in rules.reserved_words):
            refuse("username.reserved", at=at, part=part)
    return name


def check_email(text: str, limits: Limits, *, at: str = "email") -> str:
    """Return an email address in lower case: a dot-atom of ASCII and a host name (RFC 5321 §4.1.2).

    Quoted local parts, address literals and names beyond ASCII are refused: codes would not reach them.

    Raises:
        Refused: ``email.empty``, ``email.not_ascii``, ``email.form`` (not one ``@`` with both sides),
            ``email.length``, ``email.local``, ``email.domain``.
    """
    email = text.strip().lower()
    if not email:
        refuse("email.empty", at=at)
    if not email.isascii():
        refuse("email.not_ascii", at=at)
    local, sign, domain = email.partition("@")
    if not (local and sign and domain) or "@" in domain:
        refuse("email.form", at=at)
    if len(email) > limits.email_max:
        refuse("email.length", at=at, maximum=limits.email_max, got=len(email))
    if len(local) > _LOCAL_MAX or _LOCAL.fullmatch(local) is None:
        refuse("email.local", at=at)
    labels = domain.split(".")
    if (
        len(labels) < 2
        or not all(_LABEL.fullmatch(label) for label in labels)
        or not _TOP.fullmatch(labels[-1])
    ):
        refuse("email.domain", at=at)
    return email


def lookalike_domain(email: str, rules: RegistrationRules) -> str:
    """Return the well-known domain that was probably meant (``gmail.com`` for ``gmial.com``), or nothing.

    A hint to ask about, never a refusal: the domain may exist.
    """
    domain = email.strip().lower().rpartition("@")[2]
    if not domain or domain in rules.email_domains:
        return ""
    near = [
        (distance, known)
        for known in rules.email_domains
        if (distance := _slips(domain, known)) <= _slips_forgiven(known)
    ]
    return min(near)[1] if near else ""


def _slips_forgiven(domain: str) -> int:
    return 2 if len(domain) >= len("gmail.com") else 1


def _slips(typed: str, meant: str) -> int:
    """Edit distance in which two letters swapped count as one slip (optimal string alignment)."""
    before: list[int] = []
    last = list(range(len(meant) + 1))
    for row, letter in enumerate(typed, 1):
        current = [row]
        for column, wanted in enumerate(meant, 1):
            cost = min(last[column] + 1, current[column - 1] + 1, last[column - 1] + (letter != wanted))
            swapped = row > 1 and column > 1 and letter == meant[column - 2] and typed[row - 2] == wanted
            current.append(min(cost, before[column - 2] + 1) if swapped else cost)
        before, last = last, current
    return last[-1]


def phone_for_code(text: str, limits: Limits, *, at: str = "phone") -> Phone:
    """Return a mobile number that a code can be sent to.

    Raises:
        Refused: as ``parse_phone``; ``phone.length`` when it has too few or too many digits after +62.
    """
    phone = parse_phone(text, at=at, mobile_only=True)
    digits = len(phone.text) - _MOBILE_PREFIX
    if not limits.phone_digits_min <= digits <= limits.phone_digits_max:
        refuse("phone.length", at=at, got=digits)
    return phone


def password_lacks(password: str, limits: Limits) -> tuple[str, ...]:
    """Return what is missing, for the meter: ``length``, ``lower``, ``upper``, ``digit``, ``special``."""
    missing = ["length"] if len(password) < limits.password_min else []
    return (*missing, *(name for name, has in _classes(password).items() if not has))


def _classes(password: str) -> dict[str, bool]:
    return {
        "lower": any(letter.islower() for letter in password),
        "upper": any(letter.isupper() for letter in password),
        "digit": any(letter.isdecimal() for letter in password),
        "special": any(not letter.isalnum() for letter in password),
    }


def check_password(
    password: str,
    *,
    username: str,
    email: str,
    limits: Limits,
    is_breached: Callable[[str], bool],
    at: str = "password",
) -> None:
    """Check a new password.

    Args:
        password: as typed; blanks count.
        username: of the account; may not be in the password.
        email: of the account; what stands before the ``@`` may not be in the password.
        limits: in force.
        is_breached: whether the password is on a list of leaked ones; asked last, it may be slow.
        at: the input field at fault.

    Raises:
        Refused: ``password.empty``, ``password.too_short``, ``password.too_long``, ``password.classes``
            (fact ``missing``: codes joined by ``|``), ``password.holds_username``,
            ``password.holds_email``, ``password.breached``.
    """
    if not password:
        refuse("password.empty", at=at)
    if len(password) < limits.password_min:
        refuse("password.too_short", at=at, minimum=limits.password_min, advised=limits.password_advised)
    if len(password) > limits.password_max:
        refuse("password.too_long", at=at, maximum=limits.password_max)
    classes = _classes(password)
    missing = [name for name, has in classes.items() if not has]
    if len(classes) - len(missing) < limits.password_classes:
        refuse("password.classes", at=at, missing="|".join(missing))
    if _is_inside(username, password):
        refuse("password.holds_username", at=at)
    if _is_inside(email.partition("@")[0], password):
        refuse("password.holds_email", at=at)
    if is_breached(password):
        refuse("password.breached", at=at)


def _is_inside(word: str, password: str) -> bool:
    tidy = word.strip().casefold()
    return len(tidy) >= _SHORTEST_TELLING and tidy in password.casefold()


def check_repeated(password: str, repeated: str, *, at: str = "password_again") -> Refusal | None:
    """Return why the second typing of a password does not count, or nothing."""
    return None if password == repeated else Refusal(code="password.not_repeated", field=at)


def problem_of(check: Callable[[], object]) -> Refusal | None:
    """Return the refusal a check raises, or nothing: for checklists that show all problems at once."""
    try:
        check()
    except Refused as refused:
        return refused.refusal
    return None
