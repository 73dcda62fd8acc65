"""The backend is killed in the middle of a checkout and of a negotiation, and the window is killed too.

At every moment the screen says where things stand, and in the end everything went out once.
"""

from __future__ import annotations

import os
import signal
import sqlite3
import subprocess
import sys
import threading
import time
from collections import Counter
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from endurance.backend import build_office
from endurance.faults import Cut
from endurance.proxy import Proxy
from inaproc_core.orders import commands as c
from inaproc_core.orders.negotiation import prices_of
from inaproc_core.orders.states import Party
from inaproc_core.values import Rupiah
from inaproc_desktop.composition.deps import Deps
from inaproc_desktop.ports.session import Server
from inaproc_desktop.views import format as fmt
from tests.journeys.driven import ROOT, Driven
from tests.journeys.seat import Seat
from tests.journeys.test_purchase import checkout

pytestmark = [pytest.mark.journey, pytest.mark.slow, pytest.mark.timeout(300)]

ORDER = "0193a1b2-0000-7000-8000-0000000dead1"
NOTE = "Antar lewat pintu timur, setelah jam istirahat."
LATER = "Disusun saat peladen mati."


class Backend:
    """A real backend on a port that stays, killed and started again.

    It holds the training office without being in training mode: there nobody stays signed in.
    """

    def __init__(self, data: Path, port: int) -> None:
        build_office(data)
        self.data = data
        self.url = f"http://127.0.0.1:{port}"
        self._port = port
        self._process: subprocess.Popen[str] | None = None

    def start(self) -> None:
        command = [sys.executable, "-m", "inaproc_backend", "serve", "--while-stdin-open"]
        self._process = subprocess.Popen(
            [*command, "--data", str(self.data), "--port", str(self._port)],
            cwd=ROOT,
            env={**os.environ, "PYTHONPATH": str(ROOT)},
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        assert self._process.stdout is not None
        assert any(line.startswith("READY") for line in self._process.stdout)

    def pause(self) -> None:
        """Requests arrive, and nobody reads them."""
        assert self._process is not None
        self._process.send_signal(signal.SIGSTOP)

    def kill(self) -> None:
        if self._process is not None:
            self._process.kill()
            self._process.communicate()
            self._process = None

    def rows(self, statement: str) -> list[tuple[str, ...]]:
        """Read its database beside it."""
        connection = sqlite3.connect(f"file:{self.data / 'inaproc.db'}?mode=ro", uri=True)
        try:
            return connection.execute(statement).fetchall()
        finally:
            connection.close()


class Pictures:
    """Numbered pictures in a folder."""

    def __init__(self, folder: Path) -> None:
        self._folder = folder
        folder.mkdir(parents=True)
        self._number = 0

    def take(self, window: Driven, what: str) -> None:
        self._number += 1
        window.do("see_picture", str(self._folder / f"{self._number:02}-{what}.png"))


@pytest.fixture
def backend(tmp_path: Path) -> Iterator[Backend]:
    made = Backend(tmp_path / "backend", _free_port())
    made.start()
    yield made
    made.kill()


@pytest.fixture
def proxy(backend: Backend) -> Iterator[Proxy]:
    made = Proxy(int(backend.url.rpartition(":")[2]), 1)
    yield made
    made.close()


@pytest.fixture
def start(tmp_path: Path, proxy: Proxy) -> Iterator[Callable[[], Driven]]:
    url = f"http://127.0.0.1:{proxy.line('pp')}"
    running: list[Driven] = []

    def begin() -> Driven:
        running.append(Driven(tmp_path / "profile", url))
        return running[-1]

    yield begin
    for window in running:
        window.kill()


def test_killed_in_checkout_and_negotiation(
    backend: Backend, proxy: Proxy, start: Callable[[], Driven], tmp_path: Path
) -> None:
    pictures = Pictures(tmp_path / "pictures")
    vendor = Seat(tmp_path / "penyedia1", Server(url=backend.url, key=backend.url))
    selling = prepare_negotiation(backend, tmp_path, vendor)
    window = start()
    window.do("enter_as", "pp")
    window.do("pill", "Tersinkron")
    assert [number[:3] for _, number, _ in window.do("orders")] == ["EP-"]

    # The checkout is decided, and the backend dies before anybody hears of it.
    window.do("fill_checkout", 12)
    pictures.take(window, "checkout-lengkap")
    proxy.cut("pp", Cut.IN)
    window.do("press", "checkout.submit")
    window.do("sees", "Terkirim, belum dipesan")
    wait_until(lambda: len(decided(backend)) == 3)
    pictures.take(window, "terkirim-belum-dipesan")
    backend.kill()
    proxy.break_off("pp")
    proxy.cut("pp", Cut.NONE)
    window.do("pill", "Luring · 1 perubahan menunggu", 30)
    window.do("sees", "Terkirim, belum dipesan")
    window.do("sees", "tersimpan di perangkat ini dan hasilnya ditanyakan lagi begitu tersambung")
    pictures.take(window, "luring-setelah-checkout")
    window.do("open", "outbox")
    window.do("sees", "Mengajukan negosiasi")
    window.do("sees", "belum bernomor")

    # The person goes on: a reply in another negotiation, and a draft.
    window.do("offer", ORDER)
    window.do("sees", "Mengajukan harga baru: menunggu terkirim")
    window.do("pill", "Luring · 2 perubahan menunggu")
    pictures.take(window, "balasan-saat-luring")
    draft = window.do("begin_checkout", 7, LATER)
    window.do("sees", "tersimpan")
    pictures.take(window, "draf-saat-luring")
    window.do("shut")
    window.kill()

    # Without a backend the window comes back with everything.
    window = start()
    window.do("come_back")
    window.do("pill", "Luring · 2 perubahan menunggu", 30)
    assert sorted(window.do("unsettled")) == ["order.offer_prices", "order.submit_checkout"]
    window.do("open", "outbox")
    window.do("sees", "Mengajukan negosiasi")
    window.do("sees", "Mengajukan harga baru")
    pictures.take(window, "kotak-keluar-setelah-mati")
    window.do("open", "checkout", draft)
    assert window.do("typed", "checkout.note") == LATER
    pictures.take(window, "draf-setelah-mati")

    # The backend comes back: everything goes out, and the screen has the number.
    backend.start()
    window.do("pill", "Tersinkron", 90)
    assert window.do("unsettled") == []
    numbers = {order_id: number for order_id, number, _ in window.do("orders")}
    assert len(numbers) == 2
    assert all(number.startswith("EP-") for number in numbers.values())
    window.do("open", "outbox")
    window.do("sees", "Semua sudah terkirim")
    numbers.pop(ORDER)
    (order_id, number), *_ = numbers.items()
    window.do("sees", f"Diterima peladen: {fmt.order_number(number)}")
    pictures.take(window, "semua-terkirim")
    window.do("open", "negotiation", order_id)
    window.do("sees", f"Negosiasi {fmt.order_number(number)}")
    pictures.take(window, "pesanan-bernomor")
    assert everything_once(backend) == Counter(
        {"order.submit_checkout": 2, "order.counter_offer": 1, "order.offer_prices": 1}
    )

    # The negotiation: the reply has left the machine, and the backend dies before it reads it.
    reply_of_vendor(vendor, selling)
    window.do("open", "negotiation", ORDER)
    window.do("sees", "giliran Anda", 90)
    left = threading.Event()
    backend.pause()
    proxy.on_commands = left.set
    window.do("offer", ORDER)
    assert left.wait(20)
    window.do("sees", "Mengajukan harga baru: terkirim, menunggu jawaban")
    pictures.take(window, "balasan-terkirim")
    backend.kill()
    window.do("pill", "Luring · 1 perubahan menunggu", 30)
    window.do("sees", "Mengajukan harga baru: terkirim, menunggu jawaban")
    pictures.take(window, "balasan-tanpa-jawaban")
    window.kill()

    backend.start()
    window = start()
    window.do("come_back")
    window.do("pill", "Tersinkron", 90)
    assert window.do("unsettled") == []
    window.do("open", "negotiation", ORDER)
    window.do("sees", "Putaran 5")
    pictures.take(window, "putaran-lima")
    assert everything_once(backend) == Counter(
        {"order.submit_checkout": 2, "order.counter_offer": 2, "order.offer_prices": 2}
    )
    vendor.close()


def prepare_negotiation(backend: Backend, tmp_path: Path, vendor: Seat) -> Deps:
    """Let another machine of the buyer open a negotiation, and the penyedia answer it."""
    buyer = Seat(tmp_path / "pp-lain", Server(url=backend.url, key=backend.url))
    deps = buyer.sign_in("pp")
    assert buyer.sync()
    deps.outbox.put(
        c.SubmitCheckout(checkout=checkout(deps), max_total=Rupiah(10**9)),
        actor=deps.signed_in.actor,
        order_id=ORDER,
        base_rev=0,
    )
    assert buyer.sync()
    buyer.close()
    selling = vendor.sign_in("penyedia1")
    reply_of_vendor(vendor, selling)
    return selling


def reply_of_vendor(vendor: Seat, selling: Deps) -> None:
    """Come down a little."""
    assert vendor.sync()
    view = selling.mirror.order(ORDER)
    assert view is not None
    order = view.order
    theirs, own = prices_of(order, Party.BUYER), prices_of(order, Party.VENDOR)
    prices = {item: Rupiah(price - (price - theirs[item]) // 3) for item, price in own.items()}
    selling.outbox.put(
        c.CounterOffer(round_no=len(order.rounds), prices=prices),
        actor=selling.signed_in.actor,
        order_id=ORDER,
        base_rev=order.revision,
    )
    assert vendor.sync()
    assert selling.outbox.deeds() == ()


def decided(backend: Backend) -> list[tuple[str, ...]]:
    """Return the kinds of commands that changed an order."""
    return backend.rows("SELECT type FROM commands WHERE type NOT LIKE '%draft' AND outcome = 'ok'")


def everything_once(backend: Backend) -> Counter[str]:
    """Return what was decided; every command had one decision and no order came twice."""
    twice = backend.rows("SELECT cmd_id FROM audit GROUP BY cmd_id HAVING COUNT(*) > 1")
    assert twice == []
    assert backend.rows("SELECT cmd_id FROM commands WHERE outcome NOT IN ('ok')") == []
    return Counter(row[0] for row in decided(backend))


def wait_until(condition: Callable[[], bool], seconds: float = 20.0) -> None:
    until = time.monotonic() + seconds
    while not condition():
        assert time.monotonic() < until
        time.sleep(0.05)


def _free_port() -> int:
    import socket

    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])
