"""Routes of the catalogue: search, one product, the pack, regions. All need a signed-in person."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path
from typing import Annotated, Any

from litestar import Request, Response, get
from litestar.params import FromPath, FromQuery, HeaderParameter
from litestar.response import Stream

from inaproc_backend.catalogue.pack import Packs
from inaproc_backend.catalogue.products import products_by_id
from inaproc_backend.catalogue.query import Search, Sort, check_search, decode_cursor, encode_cursor
from inaproc_backend.catalogue.regions import Region, find_regions
from inaproc_backend.catalogue.search import find_products
from inaproc_backend.catalogue.words import search_words
from inaproc_backend.http.describing import problems
from inaproc_backend.http.problems import HttpRefused
from inaproc_backend.http.requests import ServicesParameter, SignedInParameter
from inaproc_backend.services import Services

_CHUNK = 256 * 1024
_FOLDER = "packs"


@get("/v1/catalogue/products", sync_to_thread=True, responses=problems(400, 401))
def search_products(
    services: ServicesParameter,
    signed_in: SignedInParameter,
    q: FromQuery[str] = "",
    category: FromQuery[str] = "",
    vendor: FromQuery[str] = "",
    region: FromQuery[str] = "",
    pdn: FromQuery[bool | None] = None,
    umkk: FromQuery[bool | None] = None,
    stock: FromQuery[bool | None] = None,
    min_price: FromQuery[int | None] = None,
    max_price: FromQuery[int | None] = None,
    sort: FromQuery[Sort] = Sort.RELEVANCE,
    cursor: FromQuery[str] = "",
    limit: FromQuery[int] = 50,
) -> dict[str, Any]:
    """Find listed products.

    ``q``: words, the last may be unfinished. ``category``: with all below it. ``region``: Kemendagri code of
    the place goods are sent from, with all inside it. ``stock``: whether there is any.
    """
    search = check_search(
        Search(
            words=tuple(search_words(q)),
            category=" ".join(category.split()),
            vendor=vendor,
            region=region,
            pdn=pdn,
            umkk=umkk,
            in_stock=stock,
            min_price=min_price,
            max_price=max_price,
            sort=sort,
            cursor=decode_cursor(cursor),
            limit=limit,
        )
    )
    with services.database.read() as connection:
        found = find_products(connection, search)
        items = products_by_id(connection, found.product_ids)
    following = encode_cursor(found.cursor) if found.cursor else ""
    return {"items": items, "next_cursor": following, "total": found.total}


@get("/v1/catalogue/products/{product_id:str}", sync_to_thread=True, responses=problems(401, 404))
def read_product(
    services: ServicesParameter, signed_in: SignedInParameter, product_id: FromPath[str]
) -> dict[str, Any]:
    """Return one product, also one that is no longer listed."""
    with services.database.read() as connection:
        found = products_by_id(connection, [product_id])
    if not found:
        raise HttpRefused(404, "catalogue.product_unknown", at="product_id", product=product_id[:80])
    return found[0]


@get("/v1/catalogue/pack", sync_to_thread=True, responses=problems(401))
def read_pack(
    request: Request[Any, Any, Any],
    services: ServicesParameter,
    signed_in: SignedInParameter,
    if_none_match: Annotated[str, HeaderParameter(name="If-None-Match")] = "",
) -> Response[Any]:
    """Return the whole catalogue as NDJSON with content encoding gzip; 304 when the client has this one.

    Line 1 is ``{"seq", "vendors", "products"}``, then come penyedia, then products, each with ``kind``.
    """
    packs = _packs(request, services)
    known = {tag.strip().removeprefix("W/").strip('"') for tag in if_none_match.split(",")}
    seq = packs.seq()
    if str(seq) in known:
        return Response(None, status_code=304, headers={"ETag": f'"{seq}"'})
    pack = packs.current()
    return Stream(
        _chunks(pack.path),
        media_type="application/x-ndjson",
        headers={
            "ETag": f'"{pack.seq}"',
            "Content-Encoding": "gzip",
            "Content-Length": str(pack.path.stat().st_size),
            "Cache-Control": "private, no-cache",
        },
    )


@get("/v1/regions", sync_to_thread=True, responses=problems(400, 401))
def list_regions(
    services: ServicesParameter,
    signed_in: SignedInParameter,
    q: FromQuery[str] = "",
    parent: FromQuery[str] = "",
    limit: FromQuery[int] = 50,
) -> dict[str, list[Region]]:
    """Return regions by name, or the children of one; neither gives the provinces."""
    with services.database.read() as connection:
        return {"items": find_regions(connection, name=q, parent=parent, limit=limit)}


def _packs(request: Request[Any, Any, Any], services: Services) -> Packs:
    """Return the application's one pack maker, made at the first request."""
    state = request.app.state
    if "catalogue_packs" not in state:
        state.catalogue_packs = Packs(services.database, services.config.data / _FOLDER)
    packs: Packs = state.catalogue_packs
    return packs


def _chunks(path: Path) -> Iterator[bytes]:
    with path.open("rb") as file:
        while chunk := file.read(_CHUNK):
            yield chunk


handlers = [search_products, read_product, read_pack, list_regions]
