"""All pages of an access, from the areas of the program."""

from __future__ import annotations

from importlib import import_module

from inaproc_desktop.composition.deps import Deps, PageSpec

_AREAS = ("buying", "ordering", "finishing", "outbox", "desk", "registration_access")


def load_areas() -> None:
    """Import every area and the frame; takes a moment, so it is done off the UI thread."""
    import_module("inaproc_desktop.views.shell.frame")
    for area in _AREAS:
        import_module(f"inaproc_desktop.composition.{area}")


def pages_of(deps: Deps) -> tuple[PageSpec, ...]:
    """Return the pages of all areas."""
    return tuple(
        page for area in _AREAS for page in import_module(f"inaproc_desktop.composition.{area}").pages(deps)
    )
