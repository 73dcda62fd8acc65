"""The pages of buying: Beranda, Katalog, Keranjang, Checkout."""

from __future__ import annotations

import secrets
from functools import partial

from PySide6.QtWidgets import QWidget

from inaproc_core.roles import Role
from inaproc_core.values import uuid7
from inaproc_desktop.composition.attaching import attachment_service, file_opener
from inaproc_desktop.composition.deps import Deps, PageSpec
from inaproc_desktop.services.cart import CartService
from inaproc_desktop.services.catalogue import CatalogueService
from inaproc_desktop.services.checkout import CheckoutService
from inaproc_desktop.services.home import HomeService
from inaproc_desktop.services.rules import Rules
from inaproc_desktop.views.cart.presenter import CartPresenter
from inaproc_desktop.views.cart.view import CartPage
from inaproc_desktop.views.catalogue.presenter import CataloguePresenter
from inaproc_desktop.views.catalogue.view import CataloguePageView
from inaproc_desktop.views.checkout.presenter import CheckoutPresenter
from inaproc_desktop.views.checkout.view import CheckoutPage
from inaproc_desktop.views.home.presenter import HomePresenter
from inaproc_desktop.views.home.view import HomePage

_EVERYBODY = frozenset(Role) - {Role.SYSTEM, Role.APPLICANT}
_BUYING = frozenset({Role.PP, Role.PPK, Role.POKJA})
_RANDOM_BITS = 74
_WHOLE = 10_000


def pages(deps: Deps) -> tuple[PageSpec, ...]:
    """Return the pages of this area for one access."""
    rules = Rules(deps.policy, deps.calendar, deps.clock)
    home = HomeService(
        actor=deps.signed_in.actor,
        mirror=deps.mirror,
        outbox=deps.outbox,
        drafts=deps.drafts,
        rules=rules,
    )
    catalogue = CatalogueService(deps.catalogue)
    cart = CartService(cart=deps.cart, catalogue=deps.catalogue, rules=rules, clock=deps.clock)
    checkout = CheckoutService(
        actor=deps.signed_in.actor,
        mirror=deps.mirror,
        catalogue=deps.catalogue,
        cart=deps.cart,
        drafts=deps.drafts,
        shared=deps.shared_drafts,
        outbox=deps.outbox,
        rules=rules,
        clock=deps.clock,
        new_id=lambda: uuid7(deps.clock.now(), secrets.randbits(_RANDOM_BITS)),
    )
    return (
        PageSpec(place_id="home", roles=_EVERYBODY, make=partial(_home, deps, home), badge=home.count_tasks),
        PageSpec(
            place_id="catalogue",
            roles=_BUYING,
            make=partial(_catalogue, deps, rules, catalogue, cart, checkout),
        ),
        PageSpec(place_id="cart", roles=_BUYING, make=partial(_cart, deps, cart, checkout), badge=cart.count),
        PageSpec(place_id="checkout", rail="cart", roles=_BUYING, make=partial(_checkout, deps, checkout)),
    )


def _home(deps: Deps, service: HomeService) -> QWidget:
    page = HomePage(deps.signed_in.actor.role)
    presenter = HomePresenter(page, service, deps.runner, deps.bus, deps.navigator, deps.clock)
    page.entered.connect(presenter.open)
    page.task_opened.connect(presenter.open_task)
    page.draft_opened.connect(presenter.open_draft)
    page.order_opened.connect(presenter.open_order)
    page.orders_asked.connect(presenter.open_orders)
    page.catalogue_asked.connect(presenter.open_catalogue)
    page.destroyed.connect(presenter.close)
    return page


def _catalogue(
    deps: Deps, rules: Rules, service: CatalogueService, cart: CartService, checkout: CheckoutService
) -> QWidget:
    page = CataloguePageView(preferred=rules.policy().tkdn_bmp_min.half_up(_WHOLE))
    presenter = CataloguePresenter(
        page, service, cart, checkout.start_direct, deps.runner, deps.bus, deps.navigator, deps.clock
    )
    page.entered.connect(presenter.open)
    page.typed.connect(presenter.type)
    page.asked.connect(presenter.ask)
    page.block_needed.connect(presenter.need_block)
    page.product_chosen.connect(presenter.look)
    page.add_asked.connect(presenter.add)
    page.buy_asked.connect(presenter.buy)
    page.compare_asked.connect(presenter.compare)
    page.comparison_asked.connect(presenter.open_comparison)
    page.comparison_cleared.connect(presenter.clear_comparison)
    page.cart_asked.connect(presenter.open_cart)
    page.destroyed.connect(presenter.close)
    return page


def _cart(deps: Deps, service: CartService, checkout: CheckoutService) -> QWidget:
    page = CartPage()
    presenter = CartPresenter(page, service, checkout.start_from_cart, deps.runner, deps.bus, deps.navigator)
    page.entered.connect(presenter.open)
    page.quantity_changed.connect(presenter.change_quantity)
    page.price_taken.connect(presenter.take_price)
    page.removed.connect(presenter.remove)
    page.undone.connect(presenter.undo)
    page.checkout_asked.connect(presenter.checkout)
    page.catalogue_asked.connect(presenter.open_catalogue)
    page.product_opened.connect(presenter.open_product)
    page.destroyed.connect(presenter.close)
    return page


def _checkout(deps: Deps, service: CheckoutService) -> QWidget:
    page = CheckoutPage()
    presenter = CheckoutPresenter(
        page,
        service,
        attachment_service(deps),
        deps.runner,
        deps.bus,
        deps.navigator,
        deps.clock,
        deps.link,
        deps.sync_now,
    )
    opener = file_opener(deps, page)

    def open_file(sha256: str) -> None:
        found = presenter.files.find(sha256)
        if found is not None:
            opener.open(presenter.order_id(), found)

    page.file_chosen.connect(presenter.files.attach)
    page.file_removed.connect(presenter.files.detach)
    page.file_kind_chosen.connect(presenter.files.choose_kind)
    page.file_internal_chosen.connect(presenter.files.choose_internal)
    page.file_opened.connect(open_file)
    page.entered.connect(presenter.open)
    page.left.connect(presenter.leave)
    page.rup_asked.connect(presenter.searches.find_rups)
    page.rup_chosen.connect(presenter.choose_rup)
    page.mak_chosen.connect(presenter.choose_mak)
    page.reviewer_chosen.connect(presenter.choose_reviewer)
    page.region_asked.connect(presenter.searches.find_regions)
    page.place_changed.connect(presenter.change_place)
    page.place_added.connect(presenter.add_place)
    page.place_removed.connect(presenter.remove_place)
    page.address_used.connect(presenter.use_address)
    page.share_changed.connect(presenter.share)
    page.quantity_changed.connect(presenter.change_quantity)
    page.offered.connect(presenter.offer)
    page.discount_chosen.connect(presenter.choose_discount)
    page.price_taken.connect(presenter.take_price)
    page.line_dropped.connect(presenter.drop_line)
    page.method_chosen.connect(presenter.choose_method)
    page.plan_chosen.connect(presenter.choose_plan)
    page.note_written.connect(presenter.write_note)
    page.declared.connect(presenter.declare)
    page.unread.connect(presenter.remember_text)
    page.submitted.connect(presenter.submit)
    page.discarded.connect(presenter.discard)
    page.clash_resolved.connect(lambda choices: presenter.sharing.resolve(choices))
    page.kept_as_new.connect(presenter.sharing.keep_as_new)
    page.versions_asked.connect(presenter.sharing.ask_versions)
    page.version_taken.connect(presenter.sharing.take_back)
    page.cart_asked.connect(partial(deps.navigator.open_page, "cart"))
    page.catalogue_asked.connect(partial(deps.navigator.open_page, "catalogue"))
    page.outbox_asked.connect(partial(deps.navigator.open_page, "outbox"))
    page.destroyed.connect(presenter.close)
    return page
