"""A small house for the import contracts: imports that are right, and one that is wrong for each rule."""

from __future__ import annotations

from typing import NamedTuple

SCREEN = "inaproc_desktop/views/cart"

ALLOWED = {
    "inaproc_core/values.py": "import dataclasses",
    "inaproc_core/tax.py": "import inaproc_core.values",
    "inaproc_core/wire/codec.py": "import msgspec\nfrom inaproc_core import values",
    "inaproc_documents/letter.py": "from reportlab.pdfgen.canvas import Canvas\nimport inaproc_core.values",
    "inaproc_backend/app.py": "import litestar\nimport inaproc_core.wire\nimport inaproc_documents.letter",
    "inaproc_desktop/app.py": "import inaproc_desktop.storage.mirror\nimport inaproc_desktop.views.cart.view",
    "inaproc_desktop/ports/data.py": "from inaproc_core import values",
    "inaproc_desktop/storage/mirror.py": "import sqlalchemy.orm\nimport inaproc_desktop.ports.data",
    "inaproc_desktop/remote/client.py": "import httpx\nimport inaproc_core.wire.codec",
    "inaproc_desktop/services/purchasing.py": "import inaproc_desktop.ports\nimport inaproc_documents.letter",
    "inaproc_desktop/sync/engine.py": "from inaproc_desktop.ports import data",
    "inaproc_desktop/bridge/tasks.py": "from PySide6.QtCore import (\n    Qt,\n)\nfrom PySide6 import QtCore",
    f"{SCREEN}/rows.py": "from inaproc_core import values",
    f"{SCREEN}/presenter.py": "from . import rows\nfrom inaproc_desktop.services import purchasing",
    f"{SCREEN}/view.py": "from . import rows\nimport PySide6.QtGui\nimport inaproc_desktop.views.widgets",
    "inaproc_desktop/views/orders/view.py": "import inaproc_desktop.views.actions",
    "inaproc_desktop/views/orders/presenter.py": "",
    "inaproc_desktop/views/actions.py": "from PySide6.QtGui import QAction",
    "inaproc_desktop/views/format/money.py": "",
    "inaproc_desktop/views/theme/fonts.py": "import resources",
    "inaproc_desktop/views/widgets/table.py": "import inaproc_desktop.views.theme.fonts",
}
"""A small house in which every import is right."""


class Planted(NamedTuple):
    """One import that one contract must report."""

    contract: str
    file: str
    line: str
    reported: str


PLANTED = [
    Planted("core", "inaproc_core/bad_package.py", "import msgspec", "msgspec"),
    Planted("core", "inaproc_core/bad_qt.py", "from PySide6.QtCore import QObject", "PySide6.QtCore.QObject"),
    Planted("core", "inaproc_core/orders/bad_sql.py", "import sqlalchemy as sa", "sqlalchemy"),
    Planted("core", "inaproc_core/bad_clock.py", "import time", "time"),
    Planted("core", "inaproc_core/bad_net.py", "from urllib import request", "urllib.request"),
    Planted(
        "core", "inaproc_core/bad_wire.py", "from inaproc_core.wire import codec", "inaproc_core.wire.codec"
    ),
    Planted("core", "inaproc_core/bad_up.py", "import inaproc_desktop.app", "inaproc_desktop.app"),
    Planted("wire", "inaproc_core/wire/bad.py", "import httpx", "httpx"),
    Planted("documents", "inaproc_documents/bad_qt.py", "from PySide6 import QtGui", "PySide6.QtGui"),
    Planted("documents", "inaproc_documents/bad_up.py", "import inaproc_backend.app", "inaproc_backend.app"),
    Planted("backend", "inaproc_backend/bad_qt.py", "import PySide6", "PySide6"),
    Planted("backend", "inaproc_backend/bad_desktop.py", "import inaproc_desktop.app", "inaproc_desktop.app"),
    Planted("desktop", "inaproc_desktop/bad.py", "from inaproc_backend import app", "inaproc_backend.app"),
    Planted("desktop", "inaproc_desktop/bad_server.py", "from litestar import Litestar", "litestar.Litestar"),
    Planted(
        "ports", "inaproc_desktop/ports/bad.py", "import inaproc_documents.letter", "inaproc_documents.letter"
    ),
    Planted("storage", "inaproc_desktop/storage/bad.py", "from PySide6 import (\n    QtSql,\n)", "PySide6"),
    Planted(
        "storage",
        "inaproc_desktop/storage/bad_side.py",
        "from inaproc_desktop.remote import client",
        "inaproc_desktop.remote.client",
    ),
    Planted("remote", "inaproc_desktop/remote/bad.py", "import sqlalchemy", "sqlalchemy"),
    Planted(
        "remote",
        "inaproc_desktop/remote/bad_up.py",
        "import inaproc_desktop.services.purchasing",
        "inaproc_desktop.services.purchasing",
    ),
    Planted(
        "services",
        "inaproc_desktop/services/bad.py",
        "def late():\n    import inaproc_desktop.storage.mirror",
        "inaproc_desktop.storage.mirror",
    ),
    Planted("services", "inaproc_desktop/services/bad_net.py", "import httpx", "httpx"),
    Planted("sync", "inaproc_desktop/sync/bad.py", "import PySide6.QtCore", "PySide6.QtCore"),
    Planted(
        "sync",
        "inaproc_desktop/sync/bad_net.py",
        "from inaproc_desktop.remote.client import x",
        "inaproc_desktop.remote.client",
    ),
    Planted("bridge", "inaproc_desktop/bridge/bad.py", "from PySide6 import QtWidgets", "PySide6.QtWidgets"),
    Planted(
        "bridge",
        "inaproc_desktop/bridge/bad_long.py",
        "from PySide6.QtGui import (\n    QIcon,\n)",
        "PySide6.QtGui",
    ),
    Planted(
        "presenters",
        "inaproc_desktop/views/home/presenter.py",
        "from PySide6.QtCore import Qt",
        "PySide6.QtCore.Qt",
    ),
    Planted(
        "presenters",
        "inaproc_desktop/views/inbox/presenter.py",
        "from inaproc_desktop.views.cart import rows",
        "inaproc_desktop.views.cart.rows",
    ),
    Planted(
        "presenters",
        "inaproc_desktop/views/orders/letter/presenter.py",
        "from typing import TYPE_CHECKING\nif TYPE_CHECKING:\n    from . import view",
        "inaproc_desktop.views.orders.letter.view",
    ),
    Planted("views", "inaproc_desktop/views/orders/letter/view.py", "import httpx", "httpx"),
    Planted(
        "views",
        "inaproc_desktop/views/home/view.py",
        "from inaproc_desktop.services import purchasing",
        "inaproc_desktop.services.purchasing",
    ),
    Planted(
        "views",
        "inaproc_desktop/views/inbox/view.py",
        "import inaproc_desktop.views.cart.view",
        "inaproc_desktop.views.cart.view",
    ),
    Planted(
        "views",
        "inaproc_desktop/views/outbox/view.py",
        "from .presenter import x",
        "inaproc_desktop.views.outbox.presenter",
    ),
    Planted(
        "views",
        "inaproc_desktop/views/lone.py",
        "import inaproc_desktop.views.cart.view",
        "inaproc_desktop.views.cart.view",
    ),
    Planted(
        "widgets",
        "inaproc_desktop/views/widgets/bad.py",
        "import inaproc_desktop.views.cart.view",
        "inaproc_desktop.views.cart.view",
    ),
]
