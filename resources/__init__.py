"""Files that ship with the application: fonts, icons, style sheets, translations and sample data.

Code asks for them by name through :func:`path`, so that it works from a checkout, from an installed wheel and
from a frozen folder alike.
"""

from __future__ import annotations

from pathlib import Path

__all__ = ["path"]

_ROOT = Path(__file__).resolve().parent


def path(*parts: str) -> Path:
    """Return the place of a shipped file or folder.

    Args:
        *parts: Name below ``resources/``, one argument per folder: ``path("fonts", "NotoSans-Bold.ttf")``.

    Returns:
        An existing path on disk. The package is always installed unpacked, because Qt and reportlab read
        fonts by file name; no temporary copy is made.

    Raises:
        FileNotFoundError: Nothing of that name is shipped: a file was left out of the package, or misspelt.
        ValueError: The name leaves the folder (``..`` or an absolute path).
    """
    place = _ROOT.joinpath(*parts).resolve()
    if not place.is_relative_to(_ROOT):
        raise ValueError(f"resource outside the package: {'/'.join(parts)}")
    if not place.exists():
        raise FileNotFoundError(f"resource not shipped: {'/'.join(parts)} (looked in {_ROOT})")
    return place
