"""The import contracts of ``pyproject.toml``: each catches a planted violation, and none looks at nothing."""

from __future__ import annotations

import os
import re
import shutil
import subprocess
import sys
import tomllib
from pathlib import Path
from typing import Any

import grimp
import pytest

from tests.house.allowed_imports import modules_below
from tests.house.planted import ALLOWED, PLANTED, Planted

ROOT = Path(__file__).parents[2]
OPTIONS = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["tool"]["importlinter"]
CONTRACTS: dict[str, dict[str, Any]] = {contract["id"]: contract for contract in OPTIONS["contracts"]}

ASSEMBLED_BY = {
    "inaproc_core": "inaproc_core/wire/__init__.py",
    "inaproc_documents": "inaproc_documents/__init__.py",
    "inaproc_desktop": "inaproc_desktop/app.py",
    "inaproc_backend": "inaproc_backend/app.py",
}
"""The file with which a package is complete: from then on its contracts must find what they name."""

COMPOSING = {"inaproc_desktop.composition", "inaproc_desktop.tour"}
"""Folders that put the application together like ``app.py`` does, so that only the desktop contract holds."""


def lint(house: Path, files: dict[str, str]) -> tuple[int, str]:
    """Build a house of these files with the project's own contracts; return exit status and what was said."""
    shutil.copy(ROOT / "pyproject.toml", house)
    shutil.copytree(ROOT / "tests" / "house", house / "tests" / "house")
    for name, text in files.items():
        file = house / name
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(text + "\n", encoding="utf-8")
        for folder in file.relative_to(house).parents:
            if folder.name:
                (house / folder / "__init__.py").touch()
    done = subprocess.run(
        [Path(sys.executable).with_name("lint-imports"), "--no-cache", "--no-logo"],
        cwd=house,
        env={**os.environ, "COLUMNS": "400", "PYTHONPATH": str(house)},
        capture_output=True,
        text=True,
        check=False,
    )
    return done.returncode, done.stdout + done.stderr


@pytest.fixture(scope="module")
def broken(tmp_path_factory: pytest.TempPathFactory) -> dict[str, str]:
    """What the checker says about a house with every planted import: text by id of contract."""
    files = dict(ALLOWED)
    files["inaproc_desktop/views/outbox/presenter.py"] = ""
    for planted in PLANTED:
        assert planted.file not in files, f"planted twice: {planted.file}"
        files[planted.file] = planted.line
    status, said = lint(tmp_path_factory.mktemp("broken"), files)
    assert status == 1, said
    details = said.partition("Broken contracts\n")[2]
    parts = re.split(r"^(.+)\n-+\n$", details, flags=re.MULTILINE)
    by_name = dict(zip(parts[1::2], parts[2::2], strict=True))
    return {
        key: by_name[contract["name"]] for key, contract in CONTRACTS.items() if contract["name"] in by_name
    }


def test_a_right_house_keeps_every_contract(tmp_path: Path) -> None:
    """Each kind of import that a room needs is allowed, and each contract finds its modules."""
    status, said = lint(tmp_path, ALLOWED)
    assert status == 0, said
    assert f"Contracts: {len(CONTRACTS)} kept, 0 broken." in said
    assert "nothing is called" not in said


@pytest.mark.parametrize("planted", PLANTED, ids=lambda planted: planted.file)
def test_planted_import_is_reported(broken: dict[str, str], planted: Planted) -> None:
    """The contract names the file's module, the line and what was imported."""
    module = planted.file.removesuffix(".py").replace("/", ".")
    lines = enumerate(planted.line.splitlines(), 1)
    line = max(number for number, text in lines if text.lstrip().startswith(("from ", "import ")))
    assert f"{module}:{line} imports {planted.reported}\n" in broken.get(planted.contract, "")


def test_every_contract_is_proven() -> None:
    """No contract without a planted violation."""
    assert {planted.contract for planted in PLANTED} == set(CONTRACTS)


def test_nothing_right_is_reported(broken: dict[str, str]) -> None:
    """Only planted files are named, whatever the contract."""
    reported = {
        module.partition(":")[0] for text in broken.values() for module in re.findall(r"^\S+:\d+", text, re.M)
    }
    assert reported == {planted.file.removesuffix(".py").replace("/", ".") for planted in PLANTED}


@pytest.fixture(scope="module")
def house() -> grimp.ImportGraph:
    """The imports of the project as it is."""
    present = [name for name in OPTIONS["root_packages"] if (ROOT / name / "__init__.py").exists()]
    return grimp.build_graph(*present, include_external_packages=True, cache_dir=None)


@pytest.mark.parametrize("key", CONTRACTS)
def test_contract_names_modules_that_exist(house: grimp.ImportGraph, key: str) -> None:
    """Once a package is assembled, a contract that finds nothing is a misspelt one."""
    contract = CONTRACTS[key]
    assembled = [package for package, file in ASSEMBLED_BY.items() if (ROOT / file).exists()]
    named = [*contract["modules"], *contract.get("except_modules", [])]
    named = [name for name in named if name.partition(".")[0] in assembled]
    if not named:
        pytest.skip("its package is not assembled yet")
    assert modules_below(house, named)[1] == []


def test_every_room_has_a_contract_of_its_own(house: grimp.ImportGraph) -> None:
    """A new folder of the desktop must say what it may import; a new package must have a contract."""
    named = [name for contract in CONTRACTS.values() for name in contract["modules"]]
    assert set(OPTIONS["root_packages"]) <= set(named)
    rooms = {room for room in house.find_children("inaproc_desktop") if house.find_children(room)}
    assert {room for room in rooms if room not in named} <= COMPOSING
