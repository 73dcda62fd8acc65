"""Looking at products: one with its like, several side by side, how fresh it all is."""

from __future__ import annotations

import pytest

from inaproc_core.errors import Refused
from inaproc_desktop.ports.data import CatalogueQuery
from inaproc_desktop.services.catalogue import CatalogueService
from tests import builders
from tests.desktop.fake_data import Mine, office


def make():
    mine = Mine(office(), builders.PP)
    return CatalogueService(mine.catalogue), mine


def test_a_product_comes_with_its_penyedia_and_its_like_cheapest_first():
    service, _ = make()
    detail = service.look_at("p-1")
    assert detail.vendor is not None
    assert detail.vendor.id == "v-1"
    prices = [row.product.price for row in detail.similar]
    assert prices == sorted(prices)
    assert "p-1" not in [row.product.id for row in detail.similar]


def test_a_product_that_is_gone_is_refused_by_name():
    service, _ = make()
    with pytest.raises(Refused) as refused:
        service.look_at("p-99")
    assert refused.value.refusal.code == "checkout.product_unknown"


def test_four_at_most_are_compared_in_the_order_picked():
    service, _ = make()
    found = service.compare(("p-4", "p-1", "p-3", "p-2", "p-1"))
    assert [one.row.product.id for one in found] == ["p-4", "p-1", "p-3", "p-2"]


def test_search_and_freshness_come_from_the_local_catalogue():
    service, mine = make()
    mine.world.online = False
    assert service.search(CatalogueQuery(text="kertas")).total == 2
    assert service.freshness().seq == 1
    assert service.freshness().fetched_at is not None
