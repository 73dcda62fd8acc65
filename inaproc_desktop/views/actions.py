"""Commands as rows of data: menus, shortcuts and the command palette are all built from them. No toolkit."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field

from inaproc_core.roles import Role


@dataclass(frozen=True, kw_only=True)
class Action:
    """Something a person can do from anywhere.

    Attributes:
        id: stable name, ``"sync.now"``.
        text: what it is called on screen, translated by who adds it.
        handler: does it.
        shortcut: keys in Qt's portable form, ``"Ctrl+Shift+S"``; empty for none.
        roles: who may do it; empty for everyone.
        icon: name of an icon.
    """

    id: str
    text: str
    handler: Callable[[], None] = field(compare=False)
    shortcut: str = ""
    roles: frozenset[Role] = frozenset()
    icon: str = ""

    def allowed(self, role: Role | None) -> bool:
        """Return whether a role may do it; None is a person without an access yet."""
        return not self.roles or role in self.roles


class ActionTable:
    """All actions, in the order in which they are shown."""

    def __init__(self, actions: Iterable[Action] = ()) -> None:
        self._rows: dict[str, Action] = {}
        for action in actions:
            self.add(action)

    def add(self, action: Action) -> None:
        """Add an action.

        Raises:
            ValueError: if its id or its shortcut is taken; two owners of a shortcut silence both in Qt.
        """
        taken = next((row for row in self._rows.values() if row.shortcut == action.shortcut), None)
        if action.id in self._rows:
            message = f"action {action.id} is there already"
            raise ValueError(message)
        if action.shortcut and taken is not None:
            message = f"{action.shortcut} belongs to {taken.id}; {action.id} needs another"
            raise ValueError(message)
        self._rows[action.id] = action

    def by_id(self, action_id: str) -> Action:
        """Return an action.

        Raises:
            KeyError: if there is none of that id.
        """
        return self._rows[action_id]

    def allowed(self, role: Role | None) -> list[Action]:
        """Return what a role may do."""
        return [row for row in self._rows.values() if row.allowed(role)]
