"""The catalogue and training mode over HTTP, as a signed-in person sees them."""

from __future__ import annotations

import gzip
import json
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest
from litestar.testing import TestClient
from sqlalchemy import update

from inaproc_backend.app import create_app
from inaproc_backend.catalogue.changes import products_changed
from inaproc_backend.catalogue.pack import Packs
from inaproc_backend.config import Config
from inaproc_backend.services import Services, open_services
from inaproc_backend.storage import tables
from inaproc_backend.training.office import build_office
from inaproc_backend.training.vault import vault_of
from inaproc_backend.training.vocabulary import PASSWORD
from tests.backend.office import CHEAP, HandClock


@dataclass
class Visitor:
    """Somebody in front of the service."""

    client: TestClient[Any]
    folder: Path
    token: str = ""

    def get(self, path: str, status: int = 200, headers: dict[str, str] | None = None, **params: Any) -> Any:
        answer = self.client.get(path, params=params, headers={**self._authorised(), **(headers or {})})
        assert answer.status_code == status, answer.text
        return (
            answer.json() if answer.headers.get("content-type", "").startswith("application/json") else answer
        )

    def post(self, path: str, status: int = 200, body: Any = None) -> Any:
        answer = self.client.post(path, json=body, headers=self._authorised())
        assert answer.status_code == status, answer.text
        return answer.json()

    def sign_in(self, username: str) -> None:
        asked = {"username": username, "password": PASSWORD, "device_id": f"device-{username}"}
        answer = self.post("/v1/session/sign-in", 200, asked)
        self.token = answer["session"]["access_token"]

    def _authorised(self) -> dict[str, str]:
        return {"Authorization": f"Bearer {self.token}"} if self.token else {}


def make_office(folder: Path, *, training: bool = True) -> Services:
    config = Config(data=folder, training=training, passwords=CHEAP)
    services = open_services(config, clock=HandClock())
    build_office(
        services.database,
        now=services.clock(),
        hash_password=services.passwords.hash,
        vault=vault_of(services),
    )
    return services


@contextmanager
def visit(services: Services) -> Iterator[Visitor]:
    """The PP in front of the service."""
    app = create_app(services.config, services=services, deadline_seconds=0)
    with TestClient(app) as client:
        visitor = Visitor(client, services.config.data)
        visitor.sign_in("pp")
        yield visitor


@pytest.fixture(scope="module")
def standing(tmp_path_factory: pytest.TempPathFactory) -> Services:
    """A training office that tests only look at."""
    return make_office(tmp_path_factory.mktemp("visit"))


@pytest.fixture
def visitor(standing: Services) -> Iterator[Visitor]:
    """The PP of the office that stands for all tests."""
    with visit(standing) as found:
        yield found


@pytest.fixture
def guest(tmp_path: Path) -> Iterator[Visitor]:
    """The PP of a training office of the test's own."""
    with visit(make_office(tmp_path)) as found:
        yield found


def test_a_search_answers_products_with_their_penyedia(visitor: Visitor) -> None:
    page = visitor.get("/v1/catalogue/products", q="meja siswa tegakarya", limit=5)
    assert page["total"] >= 5 and len(page["items"]) == 5 and page["next_cursor"]
    following = visitor.get(
        "/v1/catalogue/products", q="meja siswa tegakarya", limit=5, cursor=page["next_cursor"]
    )
    ids = [item["id"] for item in page["items"] + following["items"]]
    assert len(set(ids)) == len(ids)
    for item in page["items"]:
        assert "Meja Siswa" in item["name"]
        assert item["vendor_name"] and isinstance(item["vendor_umkk"], bool)
        assert isinstance(item["price"], int) and item["published_at"]


def test_filters_reach_the_search(visitor: Visitor) -> None:
    page = visitor.get(
        "/v1/catalogue/products",
        category="Mebel",
        pdn="true",
        stock="true",
        region="32",
        max_price=1_000_000,
        sort="-price",
        limit=30,
    )
    prices = [item["price"] for item in page["items"]]
    assert prices == sorted(prices, reverse=True) and max(prices) <= 1_000_000
    assert all(item["category"].startswith("Mebel") and item["pdn"] for item in page["items"])
    only = visitor.get("/v1/catalogue/products", vendor="latihan-v2", umkk="true", limit=1)
    assert only["items"][0]["vendor_id"] == "latihan-v2"


@pytest.mark.parametrize(
    ("params", "code"),
    [
        ({"limit": 0}, "catalogue.limit"),
        ({"cursor": "zzz"}, "catalogue.cursor"),
        ({"min_price": 5, "max_price": 4}, "catalogue.price_range"),
        ({"region": "x"}, "catalogue.region"),
        ({"sort": "cheapest"}, "wire.malformed"),
        ({"min_price": "satu"}, "wire.malformed"),
    ],
)
def test_a_bad_search_is_refused_in_words(visitor: Visitor, params: dict[str, Any], code: str) -> None:
    problem = visitor.get("/v1/catalogue/products", 400, **params)
    assert (
        problem["code"] == code
        and problem["field"]
        and problem["sentence"]
        and "…" not in problem["sentence"]
    )


def test_one_product(visitor: Visitor) -> None:
    assert visitor.get("/v1/catalogue/products/latihan-p-laptop")["price"] == 10_500_000
    assert visitor.get("/v1/catalogue/products/tidak-ada", 404)["code"] == "catalogue.product_unknown"


def test_everything_asks_who_is_there(visitor: Visitor) -> None:
    stranger = Visitor(visitor.client, visitor.folder)
    for path in ("products", "products/latihan-p-laptop", "pack"):
        assert stranger.get(f"/v1/catalogue/{path}", 401)["code"] == "session.missing"
    assert stranger.get("/v1/regions", 401)["code"] == "session.missing"
    assert len(stranger.get("/v1/training/people")) == 16


def test_the_pack_is_the_whole_catalogue(visitor: Visitor) -> None:
    answer = visitor.get("/v1/catalogue/pack")
    assert answer.headers["content-encoding"] == "gzip"
    head, *rows = map(json.loads, answer.text.splitlines())
    kinds = [row["kind"] for row in rows]
    assert kinds == ["vendor"] * head["vendors"] + ["product"] * head["products"]
    assert head["products"] >= 5000 and head["vendors"] == 8
    assert answer.headers["etag"] == f'"{head["seq"]}"'
    for vendor in rows[:8]:
        assert vendor["name"] and vendor["tariffs"]
        assert not vendor["bank_name"] + vendor["bank_account"] + vendor["bank_holder"]
    assert {row["vendor_id"] for row in rows[8:]} <= {row["id"] for row in rows[:8]}


def test_a_known_pack_is_not_sent_again(visitor: Visitor) -> None:
    seq = visitor.get("/v1/catalogue/pack").headers["etag"]
    answer = visitor.get("/v1/catalogue/pack", 304, headers={"If-None-Match": f'"1", W/{seq}'})
    assert answer.content == b"" and answer.headers["etag"] == seq
    visitor.get("/v1/catalogue/pack", headers={"If-None-Match": '"999999"'})


def test_a_pack_is_made_once_for_each_state(guest: Visitor) -> None:
    packs = sorted((guest.folder / "packs").glob("*")) if (guest.folder / "packs").exists() else []
    assert packs == []
    first = guest.get("/v1/catalogue/pack").content
    made = {path: path.stat().st_mtime_ns for path in (guest.folder / "packs").iterdir()}
    assert guest.get("/v1/catalogue/pack").content == first
    assert {path: path.stat().st_mtime_ns for path in (guest.folder / "packs").iterdir()} == made
    services = guest.client.app.state.services
    with services.database.write() as connection:
        changed = update(tables.products).where(tables.products.c.id == "latihan-p-laptop")
        connection.execute(changed.values(listed=False))
        products_changed(connection, ["latihan-p-laptop"])
    assert b'"latihan-p-laptop"' not in guest.get("/v1/catalogue/pack").content
    assert len(list((guest.folder / "packs").iterdir())) == 2


def test_equal_catalogues_are_equal_packs(guest: Visitor, tmp_path: Path) -> None:
    database = guest.client.app.state.services.database
    one, two = (Packs(database, tmp_path / name).current().path for name in ("one", "two"))
    assert one.read_bytes() == two.read_bytes()
    assert not gzip.decompress(one.read_bytes()).endswith(b"\n\n")


def test_regions_from_the_top_and_by_name(visitor: Visitor) -> None:
    provinces = visitor.get("/v1/regions", limit=100)["items"]
    assert len(provinces) == 38 and {row["level"] for row in provinces} == {"provinsi"}
    districts = visitor.get("/v1/regions", parent="32.73", limit=100)["items"]
    assert {row["parent"] for row in districts} == {"32.73"}
    named = visitor.get("/v1/regions", q="  cipaganti ")["items"]
    assert "Cipaganti, Coblong, Kota Bandung, Jawa Barat" in [row["path"] for row in named]
    assert visitor.get("/v1/regions", q="bandung")["items"][0]["level"] == "kabupaten_kota"
    inside = visitor.get("/v1/regions", q="coblong", parent="32.73")["items"]
    assert [row["code"] for row in inside] == ["32.73.02"]
    assert visitor.get("/v1/regions", q="100%_")["items"] == []
    assert visitor.get("/v1/regions", q="jayapura")["items"][0]["zone"] == "WIT"
    assert visitor.get("/v1/regions", 400, parent="jawa")["code"] == "catalogue.region"


def test_a_reset_starts_over_for_everybody(guest: Visitor) -> None:
    services = guest.client.app.state.services
    asked = {"cursors": {}, "epoch": services.epoch}
    assert guest.post("/v1/sync/pull", body=asked)["heads"]["satker/990001"] > 30
    epoch = guest.post("/v1/training/reset")["epoch"]
    assert guest.post("/v1/sync/pull", 409, body=asked)["code"] == "sync.epoch_changed"
    assert guest.post("/v1/sync/pull", body={"cursors": {}, "epoch": epoch})["epoch"] == epoch
    assert guest.get("/v1/catalogue/products", q="laptop", limit=1)["total"] > 100


def test_training_routes_are_there_in_training_only(tmp_path: Path) -> None:
    with visit(make_office(tmp_path, training=False)) as visitor:
        assert visitor.get("/v1/training/people", 404)["code"] == "http.not_found"
        assert visitor.post("/v1/training/reset", 404)["code"] == "http.not_found"
