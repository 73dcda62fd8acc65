"""The data that the training office is made of, read from ``resources/data``."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import lru_cache

import msgspec

import resources

PASSWORD = "Latihan-INAPROC-2026"
"""The one password of all training people; public on purpose, the sign-in page prints it."""


class Data(msgspec.Struct, frozen=True, kw_only=True, forbid_unknown_fields=True):
    """Base: a misspelt member is refused."""


class Klpd(Data, frozen=True, kw_only=True):
    """The government that the office belongs to."""

    code: str
    name: str
    kind: str
    region_code: str


class Satker(Data, frozen=True, kw_only=True):
    """The office."""

    id: str
    code: str
    name: str
    address: str
    npwp: str
    region_code: str
    zone: str


class Official(Data, frozen=True, kw_only=True):
    """An official and the one role they have.

    Attributes:
        kind: ``AccessKind`` value: a VAI is of the whole government, a VERIFIKATOR_INAPROC of none, all
            others of the office.
    """

    username: str
    name: str
    role: str
    kind: str
    position: str
    nip: str


class Vendor(Data, frozen=True, kw_only=True):
    """A penyedia and its one person.

    Attributes:
        tariffs: courier to minimum, and rupiah per kilogram in the regency, the province, elsewhere.
    """

    id: str
    name: str
    pkp: bool
    umkk: bool
    region_code: str
    street: str
    postal_code: str
    npwp: str
    nib: str
    username: str
    person: str
    position: str
    bank_name: str
    bank_account: str
    tariffs: Mapping[str, tuple[int, int, int, int]]


class NamedProduct(Data, frozen=True, kw_only=True):
    """A product with a fixed id and price, for tours and tests; stock in whole units."""

    id: str
    vendor_id: str
    name: str
    unit: str
    price: int
    weight_grams: int
    brand: str
    category: str
    kbki: str
    pdn: bool
    tkdn: int
    bmp: int
    stock: int | None
    description: str


class Package(Data, frozen=True, kw_only=True):
    """A RUP package with a fixed code.

    Attributes:
        used: already bound by purchases outside this system.
        years_back: 0 for the current budget year.
    """

    code: str
    name: str
    pagu: int
    maks: Sequence[str]
    used: int = 0
    funding_source: str = "APBD"
    announced: bool = True
    years_back: int = 0


class GeneratedPackages(Data, frozen=True, kw_only=True):
    """How further packages are drawn: pagu from quantiles (level, rupiah), names with their MAK."""

    first_code: int
    count: int
    about_pagu: str
    quantiles: Sequence[tuple[float, int]]
    names: Sequence[tuple[str, str]]


class Office(Data, frozen=True, kw_only=True):
    """``training_office.json``."""

    about: str
    klpd: Klpd
    satker: Satker
    officials: Sequence[Official]
    vendors: Sequence[Vendor]
    products: Sequence[NamedProduct]
    packages: Sequence[Package]
    generated_packages: GeneratedPackages


class BusinessPerson(Data, frozen=True, kw_only=True):
    """A person whom a made-up NIB names."""

    nik: str
    name: str
    position: str


class Business(Data, frozen=True, kw_only=True):
    """A company of the made-up registry that is not in INAPROC yet."""

    nib: str
    name: str
    form: str
    npwp: str
    address: str
    kbli: str
    persons: Sequence[BusinessPerson]
    registered: bool = True
    blacklisted: bool = False
    blacklist_reason: str = ""


class Registry(Data, frozen=True, kw_only=True):
    """``training_registry.json``."""

    about: str
    source: str
    businesses: Sequence[Business]


class Applicant(Data, frozen=True, kw_only=True):
    """Somebody who waits at the desk.

    Attributes:
        same_nik_as: username of an official whose NIK they claim: a case of two accounts of one person.
        hours_ago: since when they wait.
        kind: ``AccessKind`` value they ask for; empty: their profile waits.
        fields: of the request; place and dates are filled in.
    """

    username: str
    name: str
    birth_place: str
    hours_ago: int
    nik: str = ""
    same_nik_as: str = ""
    birth_date: str = ""
    sex: str = ""
    kind: str = ""
    fields: Mapping[str, str] = msgspec.field(default_factory=dict)


class Applicants(Data, frozen=True, kw_only=True):
    """``training_applicants.json``."""

    about: str
    applicants: Sequence[Applicant]


class Kind(Data, frozen=True, kw_only=True):
    """A kind of goods.

    Attributes:
        name: template with ``{brand}`` and a number for each dimension.
        median: typical price in rupiah before tax, of a product whose factors are all one.
        spread: standard deviation of the price's logarithm between offers of the same thing.
        dims: dimensions; each value with its factor on the price.
        vendors: numbers of the penyedia that sell it (1 is the first).
        count: how many products to make at most.
        tkdn_from, tkdn_to: range in whole percent for domestic products.
        minimum: smallest order in whole units.
    """

    code: str
    name: str
    category: str
    kbki: str
    unit: str
    median: int
    spread: float
    weight_grams: int
    brands: Sequence[str]
    dims: Sequence[Mapping[str, float]]
    vendors: Sequence[int]
    about: str
    count: int
    pdn_percent: int
    tkdn_from: int
    tkdn_to: int
    minimum: int


class Goods(Data, frozen=True, kw_only=True):
    """``training_goods.json``."""

    about: str
    kinds: Sequence[Kind]


@lru_cache(maxsize=1)
def load_office() -> Office:
    """Return the office's data."""
    return msgspec.json.decode(resources.path("data", "training_office.json").read_bytes(), type=Office)


@lru_cache(maxsize=1)
def load_goods() -> Goods:
    """Return the vocabulary of the catalogue."""
    return msgspec.json.decode(resources.path("data", "training_goods.json").read_bytes(), type=Goods)


@lru_cache(maxsize=1)
def load_registry() -> Registry:
    """Return the business registry."""
    return msgspec.json.decode(resources.path("data", "training_registry.json").read_bytes(), type=Registry)


@lru_cache(maxsize=1)
def load_applicants() -> Sequence[Applicant]:
    """Return the people who wait at the desk."""
    content = resources.path("data", "training_applicants.json").read_bytes()
    return msgspec.json.decode(content, type=Applicants).applicants
