"""The floor of the backend: the bare framework inserting an order with five lines, as durable as ours.

Run as ``python -m benchmarks.bare_service FILE``; prints READY and its address like the backend does.
"""

from __future__ import annotations

import socket
import sqlite3
import sys
import threading
from typing import Any

import msgspec
import uvicorn
from litestar import Litestar, post


class Line(msgspec.Struct, frozen=True):
    """One line."""

    no: int
    product: str
    quantity: int
    price: int


class BareOrder(msgspec.Struct, frozen=True):
    """An order with its lines."""

    id: str
    buyer: str
    lines: list[Line]


def main() -> None:
    """Serve one route on a free port of the loopback."""
    connection = sqlite3.connect(sys.argv[1], check_same_thread=False, isolation_level=None)
    connection.execute("PRAGMA journal_mode=WAL")
    connection.execute("PRAGMA synchronous=FULL")
    connection.execute("CREATE TABLE orders (id TEXT PRIMARY KEY, buyer TEXT, total INTEGER)")
    connection.execute(
        "CREATE TABLE lines (order_id TEXT, no INTEGER, product TEXT, quantity INTEGER, price INTEGER)"
    )
    one_writer = threading.Lock()

    @post("/orders", sync_to_thread=True)
    def insert(data: BareOrder) -> dict[str, Any]:
        total = sum(line.quantity * line.price for line in data.lines)
        with one_writer:
            connection.execute("BEGIN IMMEDIATE")
            connection.execute("INSERT INTO orders VALUES (?, ?, ?)", (data.id, data.buyer, total))
            connection.executemany(
                "INSERT INTO lines VALUES (?, ?, ?, ?, ?)",
                [(data.id, line.no, line.product, line.quantity, line.price) for line in data.lines],
            )
            connection.execute("COMMIT")
        return {"id": data.id, "total": total}

    listener = socket.socket(socket.AF_INET, socket.SOCK_STREAM, socket.IPPROTO_TCP)
    listener.bind(("127.0.0.1", 0))
    listener.listen(2048)
    sys.stdout.write(f"READY http://127.0.0.1:{listener.getsockname()[1]}\n")
    sys.stdout.flush()
    config = uvicorn.Config(Litestar([insert]), log_level="error", access_log=False)
    uvicorn.Server(config).run(sockets=[listener])


main()
