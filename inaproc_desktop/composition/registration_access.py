"""Stages 2 and 3 in the window: the wizards of profile and access, and Manajemen Akses."""

from __future__ import annotations

import secrets
from functools import partial

from PySide6.QtWidgets import QWidget

from inaproc_core.roles import Role
from inaproc_core.values import uuid7
from inaproc_desktop.composition.deps import Deps, PageSpec
from inaproc_desktop.ports.filing import FilingStage
from inaproc_desktop.services.registration.access import AccessJourney
from inaproc_desktop.services.registration.journey import Journey
from inaproc_desktop.services.registration.letters import SampleLetters
from inaproc_desktop.services.registration.managing import AccessesService
from inaproc_desktop.services.registration.profile import ProfileJourney
from inaproc_desktop.services.registration.remembering import RememberingCalls
from inaproc_desktop.views.access.presenter import AccessesPresenter
from inaproc_desktop.views.access.view import AccessesPage
from inaproc_desktop.views.registration.filing.camera import Camera
from inaproc_desktop.views.registration.filing.presenter import FilingPresenter
from inaproc_desktop.views.registration.filing.view import FilingPageView

EVERYBODY = frozenset(Role) - {Role.SYSTEM}
PROFILE_WIZARD, ACCESS_WIZARD, ACCESSES = "profile_wizard", "access_wizard", "access"
_RANDOM_BITS = 74


def pages(deps: Deps, camera: Camera | None = None) -> tuple[PageSpec, ...]:
    """Return the pages of this area for one access.

    Args:
        deps: what they are built from.
        camera: takes pictures; the one of this machine unless a test brings another.
    """
    calls = RememberingCalls(deps.accesses, deps.clock)
    profile = ProfileJourney(
        calls, deps.wizard_drafts, deps.registration_rules, deps.clock, partial(_new_id, deps)
    )
    access = AccessJourney(
        calls, deps.wizard_drafts, deps.registration_rules, deps.clock, partial(_new_id, deps)
    )
    managing = AccessesService(
        calls,
        deps.account,
        deps.wizard_drafts,
        deps.registration_rules,
        deps.signed_in,
        deps.clock,
        calls.last,
    )
    return (
        PageSpec(place_id=ACCESSES, roles=EVERYBODY, make=partial(_accesses, deps, managing)),
        PageSpec(
            place_id=PROFILE_WIZARD,
            rail=ACCESSES,
            roles=EVERYBODY,
            make=partial(_wizard, deps, profile, camera),
        ),
        PageSpec(
            place_id=ACCESS_WIZARD,
            rail=ACCESSES,
            roles=EVERYBODY,
            make=partial(_wizard, deps, access, camera),
        ),
    )


def open_profile(deps: Deps, *, correct: bool = False) -> None:
    """Open the wizard of stage 2, or how the profile stands."""
    deps.navigator.open_page(PROFILE_WIZARD, "edit" if correct else "")


def open_access(deps: Deps, item_id: str = "") -> None:
    """Open the wizard of stage 3.

    Args:
        deps: leads there.
        item_id: ``kind:PPK``, ``renew:<access>``, ``transfer:<access>``, ``fix:<request>``,
            ``change:<request>``, ``again:<request>``, ``status:<request>``; empty for a new request.
    """
    deps.navigator.open_page(ACCESS_WIZARD, item_id)


def _accesses(deps: Deps, service: AccessesService) -> QWidget:
    page = AccessesPage(deps.clock.now)
    presenter = AccessesPresenter(page, service, deps.runner, deps.bus, deps.navigator, deps.link)
    page.entered.connect(presenter.open)
    page.left.connect(presenter.leave)
    page.create_asked.connect(presenter.create)
    page.profile_asked.connect(presenter.open_profile)
    page.renew_asked.connect(presenter.renew)
    page.transfer_asked.connect(presenter.transfer)
    page.fix_asked.connect(presenter.fix)
    page.changed.connect(presenter.change)
    page.again_asked.connect(presenter.ask_again)
    page.look_asked.connect(presenter.look)
    page.withdrawn.connect(presenter.withdraw)
    page.report_asked.connect(presenter.report)
    page.reload_asked.connect(presenter.reload)
    page.destroyed.connect(presenter.close)
    return page


def _wizard(deps: Deps, journey: Journey, camera: Camera | None) -> QWidget:
    page = FilingPageView(journey.stage, deps.runner, camera)
    letters = SampleLetters(deps.signed_in.session.name, deps.clock, simulation=deps.signed_in.training)
    presenter = FilingPresenter(
        page, journey, deps.runner, deps.bus, deps.navigator, deps.clock, deps.link, letters
    )
    page.entered.connect(presenter.open)
    page.left.connect(presenter.leave)
    page.group_chosen.connect(presenter.choose_group)
    page.choice_chosen.connect(presenter.choose)
    page.field_edited.connect(presenter.edit)
    page.office_confirmed.connect(presenter.confirm_office)
    page.declared.connect(presenter.declare)
    page.next_asked.connect(presenter.go_on)
    page.back_asked.connect(presenter.go_back)
    page.part_followed.connect(presenter.follow)
    page.page_asked.connect(presenter.show_page_of)
    page.closed.connect(presenter.leave_for_accesses)
    page.cancelled.connect(presenter.cancel_sending)
    page.acted.connect(presenter.act)
    page.reload_asked.connect(presenter.reload)
    page.letter_asked.connect(presenter.save_letter)
    page.path_given.connect(presenter.files.give_path)
    page.bytes_given.connect(presenter.files.give_bytes)
    page.smaller_answered.connect(presenter.files.use_smaller)
    page.turned.connect(presenter.files.turn)
    page.cropped.connect(presenter.files.crop)
    page.undone.connect(presenter.files.undo)
    page.dropped.connect(presenter.files.drop)
    if presenter.looking_up is not None and journey.stage is FilingStage.ACCESS:
        page.office_query.connect(presenter.looking_up.find_offices)
        page.office_picked.connect(presenter.looking_up.pick_office)
        page.instansi_query.connect(presenter.looking_up.find_instansi)
        page.instansi_picked.connect(presenter.looking_up.pick_instansi)
        page.nib_check_asked.connect(presenter.looking_up.check_nib)
    page.destroyed.connect(presenter.close)
    return page


def _new_id(deps: Deps) -> str:
    return uuid7(deps.clock.now(), secrets.randbits(_RANDOM_BITS))
