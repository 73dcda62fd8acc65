"""The pages of those who decide: the verification desk and the register of accesses."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from datetime import date
from functools import partial

from PySide6.QtWidgets import QWidget

from inaproc_core.calendar import Zone, local_date
from inaproc_core.registration.forms import RegistrationRules
from inaproc_core.registration.vocabulary import AccessKind
from inaproc_core.roles import Role
from inaproc_core.values import uuid7
from inaproc_desktop.composition.deps import Deps, PageSpec
from inaproc_desktop.ports.data import BackendRefused, WorldFailed
from inaproc_desktop.ports.desk import QueueFilter
from inaproc_desktop.ports.ui import ChangeSet, Lane
from inaproc_desktop.services.desk import DeskService
from inaproc_desktop.services.desk_notes import DeskNotes
from inaproc_desktop.services.register import Maker, RegisterService
from inaproc_desktop.views.register.presenter import RegisterPresenter
from inaproc_desktop.views.register.view import RegisterPage
from inaproc_desktop.views.verification.presenter import VerificationPresenter
from inaproc_desktop.views.verification.view import VerificationPage

_RANDOM_BITS = 74
_ROLES = frozenset({Role.VERIFIKATOR, Role.PENYEDIA, Role.ADMIN})
_COMPANY_ADMINS = frozenset({AccessKind.COMPANY_OWNER.value, AccessKind.COMPANY_STAFF.value})


def pages(deps: Deps) -> tuple[PageSpec, ...]:
    """Return the pages of this area for one access; none for who decides on nobody."""
    access = deps.signed_in.access
    company = deps.signed_in.actor.role is Role.PENYEDIA
    if deps.signed_in.actor.role not in _ROLES or (company and access.kind not in _COMPANY_ADMINS):
        return ()
    if deps.signed_in.actor.role is Role.ADMIN:
        # They decide on nothing: the register is their whole desk.
        return (_spec("verification", partial(_register, deps, alone=True)),)
    service = DeskService(
        calls=deps.desk,
        rules=partial(_rules, deps),
        acting_as=access.access_id,
        new_id=lambda: uuid7(deps.clock.now(), secrets.randbits(_RANDOM_BITS)),
    )
    _count(deps, service)
    return (
        _spec("verification", partial(_verification, deps, service), service.waiting_for_me),
        _spec("register", partial(_register, deps, alone=False)),
    )


def _spec(place_id: str, make: Callable[[], QWidget], badge: Callable[[], int] | None = None) -> PageSpec:
    return PageSpec(place_id=place_id, rail="verification", roles=_ROLES, make=make, badge=badge)


def _count(deps: Deps, service: DeskService) -> None:
    """Ask once how much waits, for the badge; later the page itself counts."""

    def failed(error: Exception) -> None:
        if not isinstance(error, BackendRefused | WorldFailed):
            raise error

    deps.runner.submit(
        Lane.NETWORK,
        service.queue,
        QueueFilter(),
        on_done=lambda _queue: deps.bus.publish(ChangeSet.of("desk", initiator="verification")),
        on_error=failed,
    )


def _today(deps: Deps) -> date:
    return local_date(deps.clock.now(), Zone.WIB)


def _rules(deps: Deps) -> RegistrationRules:
    return deps.registration_rules.at(_today(deps))


def _verification(deps: Deps, service: DeskService) -> QWidget:
    page = VerificationPage(
        deps.runner,
        partial(_rules, deps),
        company=deps.signed_in.actor.role is Role.PENYEDIA,
    )
    presenter = VerificationPresenter(
        page,
        service,
        DeskNotes(deps.wizard_drafts, deps.signed_in.access.access_id),
        deps.runner,
        deps.bus,
        deps.clock,
        deps.navigator,
        deps.link,
    )
    page.entered.connect(page.open_request)
    page.entered.connect(presenter.open)
    page.left.connect(presenter.leave)
    page.filtered.connect(lambda asked: presenter.filter(asked))
    page.item_chosen.connect(presenter.choose)
    page.more_asked.connect(presenter.more)
    page.many_asked.connect(presenter.ask_many)
    page.register_asked.connect(presenter.open_register)
    page.edited.connect(lambda notes: presenter.edit(notes))
    page.file_asked.connect(presenter.show_file)
    page.verdict_asked.connect(lambda verdict: presenter.decide(verdict))
    page.verdict_confirmed.connect(lambda verdict: presenter.confirm(verdict))
    page.many_approved.connect(lambda item_ids: presenter.approve_many(item_ids))
    page.proof_given.connect(presenter.prove)
    page.proof_dropped.connect(presenter.drop_proof)
    page.destroyed.connect(presenter.close)
    return page


def _register(deps: Deps, *, alone: bool) -> QWidget:
    role, access = deps.signed_in.actor.role, deps.signed_in.access
    service = RegisterService(
        calls=deps.desk,
        rules=partial(_rules, deps),
        acting_as=access.access_id,
        maker=Maker(
            name=deps.signed_in.actor.name,
            office=access.klpd_name or access.satker_name or access.vendor_name or access.position,
            simulation=deps.signed_in.training,
        ),
    )
    page = RegisterPage(deps.runner, partial(_rules, deps), company=role is Role.PENYEDIA, alone=alone)
    presenter = RegisterPresenter(
        page,
        service,
        deps.runner,
        deps.bus,
        deps.clock,
        deps.navigator,
        deps.link,
        partial(_today, deps),
    )
    page.entered.connect(presenter.open)
    page.filtered.connect(lambda asked: presenter.filter(asked))
    page.export_chosen.connect(presenter.export)
    page.recap_asked.connect(presenter.recap)
    page.recap_saved.connect(lambda pdf, path: presenter.save_recap(pdf, path))
    page.ending_asked.connect(lambda row, code, note: presenter.deactivate(row, code, note))
    page.stopped.connect(presenter.stop_working)
    page.back_asked.connect(presenter.back)
    page.proof_given.connect(presenter.prove)
    page.proof_dropped.connect(presenter.drop_proof)
    page.destroyed.connect(presenter.close)
    return page
