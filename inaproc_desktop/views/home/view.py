"""Beranda: what waits for me at the left, where the year stands at the right."""

from __future__ import annotations

from datetime import datetime

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QVBoxLayout, QWidget

from inaproc_core.roles import Role
from inaproc_desktop.ports.home import HomeView
from inaproc_desktop.views import theme
from inaproc_desktop.views.home.figures import Figures
from inaproc_desktop.views.home.tasks import RecentCard, TaskCard
from inaproc_desktop.views.widgets import Columns, Page, PillText, Tone, button
from inaproc_desktop.views.words import failure_words


class HomePage(Page):
    """The page.

    Signals:
        task_opened(str): a task is to be settled.
        draft_opened(str): a draft is to be gone on with.
        order_opened(str): an order is to be looked at.
        orders_asked(): all orders.
        catalogue_asked(): the person wants to buy.
    """

    task_opened = Signal(str)
    draft_opened = Signal(str)
    order_opened = Signal(str)
    orders_asked = Signal()
    catalogue_asked = Signal()

    def __init__(self, role: Role, parent: QWidget | None = None) -> None:
        super().__init__(parent=parent)
        self.show_title(self.tr("Menunggu tindakan Anda"))
        self.tasks = TaskCard(role)
        self.recent = RecentCard(role)
        self.figures = Figures()
        everything = button(self.tr("Semua pesanan"))
        everything.setObjectName("home.all_orders")
        everything.clicked.connect(self.orders_asked)
        self.add_trailing(everything)
        main = QWidget()
        layout = QVBoxLayout(main)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(theme.px(theme.GAP_12))
        layout.addWidget(self.tasks, 3)
        layout.addWidget(self.recent, 2)
        self.body.addWidget(Columns(main, self.figures, side_width=332, main_width=700), 1)
        self.tasks.table.opened.connect(self.task_opened)
        self.tasks.table.empty_action.connect(self.catalogue_asked)
        self.recent.table.opened.connect(self.order_opened)
        self.figures.drafts.opened.connect(self.draft_opened)
        self.figures.shipments.opened.connect(self.order_opened)

    def show_home(self, home: HomeView, now: datetime) -> None:
        """Show everything."""
        self.show_banner(Tone.WARN, "")
        self.tasks.show_tasks(home.tasks, now, synced=home.synced_at is not None)
        self.recent.show_orders(home.recent)
        self.figures.show_home(home, now)
        if home.due_today:
            text = self.tr("{count} jatuh tempo hari ini").format(count=home.due_today)
            self.show_status(PillText(text, Tone.WARN))
        else:
            self.show_status(None)
        if home.tasks and not self.tasks.table.chosen_id():
            self.tasks.table.choose_first()

    def show_loading(self) -> None:
        """Say that it is being read."""
        self.tasks.table.show_loading(True)
        self.recent.table.show_loading(True)

    def show_failure(self, error: Exception) -> None:
        """Say what did not work."""
        words = failure_words(error)
        if words is None:
            raise error
        self.show_banner(Tone.BAD, words.happened)
