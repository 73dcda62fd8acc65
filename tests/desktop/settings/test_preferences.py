"""The file of preferences and the service over it, without Qt."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from inaproc_core.errors import Refused
from inaproc_desktop.ports.preferences import (
    SCALES,
    Language,
    Preferences,
    StoredAmount,
    StoredKind,
    ThemeChoice,
)
from inaproc_desktop.services.preferences import PreferencesService
from inaproc_desktop.storage.preferences import DataFolder, PreferenceFile
from tests.builders import PP
from tests.desktop.fake_data import Mine
from tests.desktop.fake_world import office

ALL = Preferences(
    language=Language.ENGLISH, theme=ThemeChoice.DARK, scale_percent=150, export_folder="/data/laporan"
)


def test_choices_survive_a_new_start(tmp_path: Path) -> None:
    place = tmp_path / "preferences.json"
    assert PreferenceFile(place).load() == Preferences()
    PreferenceFile(place).save(ALL)
    assert PreferenceFile(place).load() == ALL


@pytest.mark.parametrize(
    "content",
    [
        "",
        "{",
        "[]",
        '"id"',
        "\x00",
        '{"language": 3, "theme": [], "scale_percent": "x", "export_folder": {}}',
    ],
)
def test_a_damaged_file_is_no_reason_not_to_start(tmp_path: Path, content: str) -> None:
    place = tmp_path / "preferences.json"
    place.write_text(content, encoding="utf-8")
    assert PreferenceFile(place).load() == Preferences()


@pytest.mark.parametrize(
    ("name", "value"), [("language", "fr"), ("theme", "pink"), ("scale_percent", 5), ("scale_percent", True)]
)
def test_one_senseless_choice_leaves_the_others(tmp_path: Path, name: str, value: object) -> None:
    place = tmp_path / "preferences.json"
    PreferenceFile(place).save(ALL)
    kept = json.loads(place.read_text(encoding="utf-8")) | {name: value}
    place.write_text(json.dumps(kept), encoding="utf-8")
    read = PreferenceFile(place).load()
    assert getattr(read, name) == getattr(Preferences(), name)
    assert read.export_folder == ALL.export_folder


@pytest.fixture
def service(tmp_path: Path) -> PreferencesService:
    return PreferencesService(
        store=PreferenceFile(tmp_path / "preferences.json"),
        device=DataFolder(tmp_path),
        catalogue=Mine(office(), PP).catalogue,
    )


def test_each_deed_changes_one_choice(service: PreferencesService, tmp_path: Path) -> None:
    service.choose_language(Language.ENGLISH)
    service.choose_theme(ThemeChoice.LIGHT)
    service.choose_scale(90)
    wanted = Preferences(
        language=Language.ENGLISH, theme=ThemeChoice.LIGHT, scale_percent=90, export_folder=str(tmp_path)
    )
    assert service.choose_export_folder(str(tmp_path)) == wanted
    assert service.preferences() == wanted


def test_a_size_that_is_not_offered_is_a_bug(service: PreferencesService) -> None:
    assert 120 not in SCALES
    with pytest.raises(ValueError, match="120"):
        service.choose_scale(120)


def test_a_folder_is_tried_before_it_is_kept(service: PreferencesService, tmp_path: Path) -> None:
    gone = str(tmp_path / "tidak-ada")
    with pytest.raises(Refused) as refused:
        service.choose_export_folder(gone)
    assert refused.value.refusal.code == "export_folder.not_writable"
    assert refused.value.refusal.facts == {"folder": gone}
    assert service.preferences().export_folder == ""
    assert list(tmp_path.iterdir()) == []


def test_files_count_to_their_kind(tmp_path: Path) -> None:
    person = tmp_path / "servers" / "a-1" / "people" / "orang"
    for place, size in (
        (person / "work.db", 100),
        (person / "work.db-wal", 11),
        (person / "keys" / "key.p12", 7),
        (tmp_path / "servers" / "a-1" / "catalogue-2.db", 50),
        (tmp_path / "training" / "people" / "office.db", 30),
        (tmp_path / "settings.json", 5),
    ):
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_bytes(bytes(size))
    assert DataFolder(tmp_path).stored() == (
        StoredAmount(kind=StoredKind.WORK, size=111),
        StoredAmount(kind=StoredKind.CATALOGUE, size=50),
        StoredAmount(kind=StoredKind.KEYS, size=7),
        StoredAmount(kind=StoredKind.TRAINING, size=30),
        StoredAmount(kind=StoredKind.PROGRAM, size=5),
    )


def test_the_catalogue_is_dated(service: PreferencesService) -> None:
    held, real = service.catalogue(), Mine(office(), PP).catalogue
    assert held.products == len(office().products)
    assert held.fetched_at == real.fetched_at()
