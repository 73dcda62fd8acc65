"""What the tour leaves behind: numbered pictures, documents, and ``tour.json``."""

from __future__ import annotations

import json
import time
from dataclasses import asdict, dataclass, field
from pathlib import Path

from PySide6.QtWidgets import QApplication, QWidget


@dataclass(frozen=True, kw_only=True)
class Step:
    """One step that reached its state."""

    number: int
    flow: str
    person: str
    what: str
    picture: str
    order: str
    state: str
    total: int
    seconds: float


@dataclass
class Record:
    """Collects steps; every picture is the real window of the person who acts."""

    folder: Path
    steps: list[Step] = field(default_factory=list)
    _began: float = field(default_factory=time.monotonic)
    _last: float = field(default_factory=time.monotonic)

    def __post_init__(self) -> None:
        self.folder.mkdir(parents=True, exist_ok=True)
        for old in (*self.folder.glob("*.png"), *self.folder.glob("*.pdf"), *self.folder.glob("tour.json")):
            old.unlink()

    def step(
        self,
        flow: str,
        person: str,
        what: str,
        window: QWidget,
        *,
        order: str = "",
        state: str = "",
        total: int = 0,
    ) -> None:
        """Keep a picture and what was reached."""
        QApplication.processEvents()
        number = len(self.steps) + 1
        name = f"{number:02d}-{flow}-{person}-{_slug(what)}.png"
        window.grab().save(str(self.folder / name))
        now = time.monotonic()
        self.steps.append(
            Step(
                number=number,
                flow=flow,
                person=person,
                what=what,
                picture=name,
                order=order,
                state=state,
                total=total,
                seconds=round(now - self._last, 2),
            )
        )
        self._last = now

    def document(self, name: str, pdf: bytes) -> None:
        """Keep a signed document."""
        (self.folder / name).write_bytes(pdf)

    def summary(self) -> str:
        """Return what the person who started the tour reads."""
        pictures = len(self.steps)
        seconds = time.monotonic() - self._began
        return f"{pictures} steps in {seconds:.0f} s; pictures, documents and tour.json in {self.folder}\n"

    def close(self, *, failed: str = "") -> None:
        """Write ``tour.json``; also after a failure, with what was reached."""
        report = {
            "ok": not failed,
            "failed": failed,
            "seconds": round(time.monotonic() - self._began, 1),
            "steps": [asdict(step) for step in self.steps],
        }
        (self.folder / "tour.json").write_text(
            json.dumps(report, ensure_ascii=False, indent=1), encoding="utf-8"
        )


def _slug(text: str) -> str:
    return "-".join("".join(c if c.isalnum() else " " for c in text.lower()).split())[:48]
