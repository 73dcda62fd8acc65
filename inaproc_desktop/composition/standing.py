"""What the frame shows of the state of things: badges, notices, the sync pill, the office's zone."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from inaproc_core.calendar import Zone
from inaproc_desktop.composition.deps import Deps, PageSpec
from inaproc_desktop.ports.ui import CancelToken, ChangeSet, Lane
from inaproc_desktop.services.notices import Notice, NoticesService
from inaproc_desktop.views import format as fmt
from inaproc_desktop.views.shell.presenter import ShellPresenter
from inaproc_desktop.views.shell.rows import BellItem
from inaproc_desktop.views.words import event_words

_PAUSE_SECONDS = 0.2
_KINDS = ("order", "rup", "cart", "draft", "deed", "satker", "desk", "access")


@dataclass(frozen=True, kw_only=True)
class _Counted:
    badges: dict[str, int]
    notices: tuple[Notice, ...]
    zone: Zone | None


class Standing:
    """Reads on the data lane, after each burst of changes, and shows what changed in the frame."""

    def __init__(
        self,
        deps: Deps,
        shell: ShellPresenter,
        specs: Sequence[PageSpec],
        notices: NoticesService,
        note_waiting: Callable[[int], None],
    ) -> None:
        """Begin to watch.

        Args:
            deps: the access that acts.
            shell: the frame.
            specs: the pages that may have badges.
            notices: what others did.
            note_waiting: notes the number of unsent deeds for whoever signs in next on this machine.
        """
        self._deps = deps
        self._shell = shell
        self._specs = [spec for spec in specs if spec.badge is not None and shell.may_open(spec.place_id)]
        self._notices = notices
        self._note_waiting = note_waiting
        self._noted = -1
        self._shown: dict[str, Notice] = {}
        self._token = CancelToken()
        self._pause: CancelToken | None = None
        self._ends = [
            deps.bus.subscribe(self._changed, *_KINDS),
            deps.bus.subscribe(lambda _changes: self.show_link(), "link"),
        ]
        self.show_link()
        self.refresh()

    def close(self) -> None:
        """Stop watching."""
        self._token.cancel()
        if self._pause is not None:
            self._pause.cancel()
        for end in self._ends:
            end()

    def show_link(self) -> None:
        """Show the sync pill as things stand."""
        link = self._deps.link()
        self._shell.show_link(
            online=link.online,
            at=link.synced_at,
            running=link.syncing,
            waiting=link.waiting,
            refused=link.attention + (1 if link.held_back else 0),
            understanding=link.understanding,
        )
        if link.waiting != self._noted:
            self._noted = link.waiting
            self._deps.runner.submit(Lane.DATA, self._note_waiting, link.waiting)

    def refresh(self) -> None:
        """Count again."""
        self._pause = None
        self._deps.runner.submit(Lane.DATA, self._count, on_done=self._show, cancel=self._token)

    def follow_notice(self, notice_id: str) -> None:
        """Open the order a notice is about; all notices count as read then."""
        notice = self._shown.get(notice_id)
        if notice is not None:
            self._shell.open_page("order", notice.order_id)
        self._deps.runner.submit(
            Lane.DATA, self._notices.mark_read, on_done=lambda _none: self.refresh(), cancel=self._token
        )

    def _changed(self, _changes: ChangeSet) -> None:
        if self._pause is None:
            self._pause = self._deps.runner.after(_PAUSE_SECONDS, self.refresh)

    def _count(self) -> _Counted:
        satker_id = self._deps.signed_in.actor.satker_id
        satker = self._deps.mirror.satker(satker_id) if satker_id else None
        return _Counted(
            badges={spec.place_id: spec.badge() for spec in self._specs if spec.badge is not None},
            notices=self._notices.read(),
            zone=satker.zone if satker is not None else None,
        )

    def _show(self, counted: _Counted) -> None:
        if counted.zone is not None:
            fmt.use(zone=fmt.Zone(counted.zone.value))
        now = self._deps.clock.now()
        self._shown = {notice.id: notice for notice in counted.notices}
        self._shell.show_badges(counted.badges)
        self._shell.show_notices(
            [
                BellItem(
                    id=notice.id,
                    text=event_words(notice.entry),
                    detail=f"{fmt.order_number(notice.number)} · {notice.entry.by.name}",
                    when=fmt.recent(notice.entry.at, now),
                    unread=notice.unread,
                )
                for notice in counted.notices
            ]
        )
