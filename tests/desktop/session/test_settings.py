"""Settings: remembered, whole, and never a reason not to start."""

from __future__ import annotations

from pathlib import Path

import pytest

from inaproc_desktop.settings import Settings


def test_everything_is_found_again(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    first = Settings(place)
    device = first.device_id()
    assert len(device) == 32
    first.keep_language("en")
    first.keep_theme("dark")
    first.keep_server_url("https://a")
    first.keep_username("https://a", "ayu")
    first.keep_username("https://b", "budi")
    first.keep_signed_in("https://a", "u-1")
    first.keep_access("https://a", "u-1", "a-2")
    again = Settings(place)
    assert again.device_id() == device
    assert (again.language, again.theme, again.server_url()) == ("en", "dark", "https://a")
    assert (again.username("https://a"), again.username("https://b")) == ("ayu", "budi")
    assert again.username("https://c") == ""
    assert again.stays_signed_in("https://a") == "u-1"
    assert again.stays_signed_in("https://b") == ""
    assert again.access("https://a", "u-1") == "a-2"
    assert again.access("https://a", "u-2") == ""


@pytest.mark.parametrize("content", ["", "{", "[]", '"x"'])
def test_unreadable_settings_are_put_aside(tmp_path: Path, content: str) -> None:
    place = tmp_path / "settings.json"
    place.write_text(content, encoding="utf-8")
    settings = Settings(place)
    assert settings.language == "id"
    assert (tmp_path / "settings.unreadable").read_text(encoding="utf-8") == content
    settings.keep_theme("dark")
    assert Settings(place).theme == "dark"


def test_values_of_another_kind_are_passed_over(tmp_path: Path) -> None:
    place = tmp_path / "settings.json"
    place.write_text(
        '{"theme": 5, "language": "xx", "username": "flat", "device_id": null}', encoding="utf-8"
    )
    settings = Settings(place)
    assert (settings.theme, settings.language, settings.username("a")) == ("system", "id", "")
    settings.keep_username("a", "ayu")
    assert settings.username("a") == "ayu"
    assert len(settings.device_id()) == 32
