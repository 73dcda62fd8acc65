"""The scripts behind ``make``, on a machine of stand-ins: what they install, what they say, how they end."""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tomllib
from itertools import chain
from pathlib import Path

import pytest

from tests.house.source import ROOT

BASICS = (
    *("sh", "dirname", "cat", "chmod", "cksum", "cp", "env", "grep", "ls", "mkdir", "mktemp", "rm", "uname"),
)


class Machine:
    """A machine with nothing on it but what a test puts there."""

    def __init__(self, folder: Path) -> None:
        self.bin = folder / "bin"
        self.bin.mkdir()
        self.calls = folder / "calls"
        self.calls.touch()
        self.checkout = folder / "checkout"
        shutil.copytree(ROOT / "packaging", self.checkout / "packaging")
        shutil.copy(ROOT / "pyproject.toml", self.checkout)
        (self.checkout / "inaproc_core").mkdir()
        (self.checkout / "inaproc_core" / "__init__.py").touch()
        for name in BASICS:
            (self.bin / name).symlink_to(shutil.which(name) or "/bin/false")
        self.has("ldconfig", "")

    def has(self, name: str, body: str) -> None:
        """Put a program there that notes its call and runs a line of shell."""
        program = self.bin / name
        program.write_text(f'#!/bin/sh\necho "{name} $*" >>{self.calls}\n{body}\n', encoding="utf-8")
        program.chmod(0o755)

    def bootstrap(self, purpose: str, **environment: str) -> subprocess.CompletedProcess[str]:
        """Run packaging/bootstrap there."""
        script = (self.checkout / "packaging" / "bootstrap").read_text(encoding="utf-8")
        # The real script also looks where system tools live; this machine has none of those.
        quiet = script.replace("PATH=$PATH:/usr/sbin:/sbin\n", "").replace("/usr/bin/python3", "nothing")
        (self.checkout / "packaging" / "bootstrap").write_text(quiet, encoding="utf-8")
        return subprocess.run(
            ["/bin/sh", "packaging/bootstrap", purpose],
            cwd=self.checkout,
            env={"PATH": str(self.bin), "HOME": str(self.checkout), **environment},
            capture_output=True,
            text=True,
            check=False,
        )

    def called(self) -> str:
        """Return the calls so far, one a line."""
        return self.calls.read_text(encoding="utf-8")


PYTHON = r"""
case "$*" in
    *"-m venv"*)
        for folder; do :; done
        mkdir -p "$folder/bin"
        cat "$0" >"$folder/bin/python"
        cp "$folder/bin/python" "$folder/bin/pip"
        chmod +x "$folder/bin/python" "$folder/bin/pip" ;;
    *"pip install"*) mkdir -p inaproc_desktop.egg-info ;;
    *--version*) echo Python 3.12.1 ;;
esac
"""


@pytest.fixture
def machine(tmp_path: Path) -> Machine:
    """A bare machine, and a Python that pretends."""
    bare = Machine(tmp_path)
    bare.has("python3", PYTHON)
    return bare


def test_root_gets_packages_installed(machine: Machine) -> None:
    """As root, one update and one installation of what is missing, without questions."""
    machine.has("id", "echo 0")
    machine.has("apt-get", '[ "$DEBIAN_FRONTEND" = noninteractive ]')
    done = machine.bootstrap("test")
    assert done.returncode == 0, done.stderr
    lines = [line for line in machine.called().splitlines() if line.startswith("apt-get")]
    assert [line.split()[1] for line in lines] == ["update", "install"]
    assert {"libegl1", "libxcb-cursor0", "xvfb", "xauth", "gnome-keyring", "poppler-utils"} <= set(
        lines[1].split()
    )
    assert "installing system packages: libegl1" in done.stdout


def test_what_apt_says_is_shown_when_it_fails(machine: Machine) -> None:
    """Its chatter is kept back, its reasons are not."""
    machine.has("id", "echo 0")
    machine.has("apt-get", 'echo "E: no space left" >&2; [ "$1" = update ]')
    done = machine.bootstrap("app")
    assert done.returncode == 1
    assert "E: no space left" in done.stderr
    assert "apt-get could not install: libegl1" in done.stderr


def test_without_rights_the_command_is_named(machine: Machine) -> None:
    """Nothing is tried; the exact line to run is shown, and the status says that it is not ready."""
    machine.has("id", "echo 1000")
    machine.has("sudo", "exit 1")
    machine.has("apt-get", "")
    done = machine.bootstrap("app")
    assert done.returncode == 1
    assert (
        "sudo apt-get update && sudo apt-get install -y --no-install-recommends libegl1 libgl1" in done.stderr
    )
    assert "xvfb" not in done.stderr
    assert "apt-get" not in machine.called()
    assert not (machine.checkout / ".venv").exists()


def test_sudo_that_asks_nothing_is_used(machine: Machine) -> None:
    """With passwordless sudo the installation goes through it."""
    machine.has("id", "echo 1000")
    machine.has("sudo", 'shift; "$@"')
    machine.has("apt-get", "")
    assert machine.bootstrap("screen").returncode == 0
    assert "sudo -n env DEBIAN_FRONTEND=noninteractive apt-get install" in machine.called()


def test_system_packages_can_be_left_alone(machine: Machine) -> None:
    """INAPROC_SYSTEM=skip goes on without them."""
    machine.has("id", "echo 1000")
    assert machine.bootstrap("test", INAPROC_SYSTEM="skip").returncode == 0


def test_second_run_does_and_says_nothing(machine: Machine) -> None:
    """Only a change of the pins, of the packages or of Python installs again."""
    first = machine.bootstrap("app", INAPROC_SYSTEM="skip")
    assert "making .venv" in first.stdout
    assert "pip install" in machine.called()
    assert "--constraint packaging/constraints.txt --editable .[server,dev]" in machine.called()
    machine.calls.write_text("", encoding="utf-8")
    second = machine.bootstrap("app", INAPROC_SYSTEM="skip")
    assert (second.returncode, second.stdout, second.stderr) == (0, "", "")
    assert "install" not in machine.called()
    with (machine.checkout / "pyproject.toml").open("a", encoding="utf-8") as pins:
        pins.write("# changed\n")
    assert "installing the project" in machine.bootstrap("app", INAPROC_SYSTEM="skip").stdout


SOUND = 'echo "	libpulse.so.0 (libc6,x86-64) => /usr/lib/libpulse.so.0"'


def test_the_camera_comes_with_the_application_alone(machine: Machine) -> None:
    """Its library is large: screens of tests do without it; it is installed once."""
    machine.has("ldconfig", SOUND)
    machine.bootstrap("test", INAPROC_SYSTEM="skip")
    assert ".[camera]" not in machine.called()
    assert "camera's library" in machine.bootstrap("app", INAPROC_SYSTEM="skip").stdout
    assert "--constraint packaging/constraints.txt --editable .[camera]" in machine.called()
    assert machine.bootstrap("app", INAPROC_SYSTEM="skip").stdout == ""
    shutil.rmtree(machine.checkout / ".venv")
    machine.calls.write_text("", encoding="utf-8")
    machine.bootstrap("app", INAPROC_SYSTEM="skip", INAPROC_CAMERA="skip")
    assert ".[camera]" not in machine.called()


def test_without_its_system_library_the_camera_is_left_out_with_a_word(machine: Machine) -> None:
    """Said once, no failure; made up for when the library is there."""
    done = machine.bootstrap("app", INAPROC_SYSTEM="skip")
    assert done.returncode == 0
    assert "going on without the camera: the system library libpulse.so.0 is missing" in done.stdout
    assert ".[camera]" not in machine.called()
    assert machine.bootstrap("app", INAPROC_SYSTEM="skip").stdout == ""
    machine.has("ldconfig", SOUND)
    machine.bootstrap("app", INAPROC_SYSTEM="skip")
    assert ".[camera]" in machine.called()


@pytest.mark.parametrize(("apt", "installed"), [("", True), ('[ "$1" = update ]', False)])
def test_the_cameras_system_library_is_installed_where_that_is_allowed(
    machine: Machine, apt: str, installed: bool
) -> None:
    """As root apt brings it; where apt fails, the application goes on without."""
    machine.bootstrap("screen", INAPROC_SYSTEM="skip")
    machine.has("id", "echo 0")
    others = 'case "$*" in *libpulse0*) ;; *) exit 0 ;; esac; '
    machine.has("apt-get", others + (apt or "true"))
    done = machine.bootstrap("app")
    assert done.returncode == 0, done.stderr
    assert "--no-install-recommends libpulse0" in machine.called()
    assert (".[camera]" in machine.called()) is installed


def test_a_camera_that_pip_cannot_get_is_tried_again(machine: Machine) -> None:
    """The application starts without it."""
    machine.has("ldconfig", SOUND)
    machine.has("python3", 'case "$*" in *camera*) exit 1 ;; esac' + PYTHON)
    for _ in range(2):
        done = machine.bootstrap("app", INAPROC_SYSTEM="skip")
        assert done.returncode == 0
        assert "pip could not install its library" in done.stdout


def test_failed_installation_is_tried_again(machine: Machine) -> None:
    """A half-finished environment is not taken for a ready one."""
    machine.has("python3", 'case "$*" in *"pip install"*) exit 1 ;; esac' + PYTHON)
    for _ in range(2):
        done = machine.bootstrap("app", INAPROC_SYSTEM="skip")
        assert done.returncode == 1
        assert "pip could not install the project" in done.stderr


def test_old_python_is_refused(machine: Machine) -> None:
    """The sentence says what to install and how to name another."""
    machine.has("python3", "exit 1")
    done = machine.bootstrap("app", INAPROC_SYSTEM="skip")
    assert done.returncode == 1
    assert "no Python 3.11 or newer found" in done.stderr
    assert "make PYTHON=" in done.stderr


def test_python_without_venv_gets_it(machine: Machine) -> None:
    """Debian ships venv apart: its package is installed, or named."""
    no_venv = 'case "$*" in *ensurepip*) exit 1 ;; *sys.version_info?:2*) echo python3.12-venv; exit ;; esac'
    machine.has("python3", no_venv + PYTHON)
    machine.has("id", "echo 1000")
    done = machine.bootstrap("app", INAPROC_SYSTEM="skip")
    assert done.returncode == 1
    assert "apt-get install -y python3.12-venv" in done.stderr
    machine.has("id", "echo 0")
    machine.has("apt-get", "")
    machine.bootstrap("app", INAPROC_SYSTEM="skip")
    assert "apt-get install -y -qq --no-install-recommends python3.12-venv" in machine.called()


def with_xvfb(*command: str, **environment: str) -> subprocess.CompletedProcess[str]:
    """Run a command on a virtual screen."""
    return subprocess.run(
        [ROOT / "packaging" / "with-xvfb", *command],
        env={**os.environ, **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=30,
    )


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="no virtual screen here: packaging/bootstrap screen")
def test_virtual_screen_shows_a_window_and_hands_on_the_status(tmp_path: Path) -> None:
    """A real X11 window; the program's own exit status; nothing left in the temporary folder."""
    show = """
import sys
from PySide6.QtWidgets import QApplication, QLabel
application = QApplication([])
window = QLabel("x")
window.show()
application.processEvents()
size = application.primaryScreen().size()
print(application.platformName(), size.width(), size.height())
sys.exit(7)
"""
    done = with_xvfb(sys.executable, "-c", show, TMPDIR=str(tmp_path))
    assert done.returncode == 7, done.stderr
    assert done.stdout.split() == ["xcb", "1366", "768"]
    assert list(tmp_path.iterdir()) == []


@pytest.mark.skipif(not shutil.which("Xvfb"), reason="no virtual screen here: packaging/bootstrap screen")
def test_screen_that_does_not_start_is_an_error() -> None:
    """The program is not run on some other screen instead."""
    done = with_xvfb("echo", "ran", INAPROC_SCREEN="bogus")
    assert done.returncode == 71
    assert "the virtual screen did not start" in done.stderr
    assert done.stdout == ""


def test_every_wanted_library_is_in_the_lock() -> None:
    """pyproject.toml and packaging/constraints.txt name the same versions, and no index."""
    lines = (ROOT / "packaging" / "constraints.txt").read_text(encoding="utf-8").splitlines()
    locked = dict(line.lower().replace("_", "-").split("==") for line in lines if not line.startswith("#"))
    project = tomllib.loads((ROOT / "pyproject.toml").read_text(encoding="utf-8"))["project"]
    wanted = [*project["dependencies"], *chain(*project["optional-dependencies"].values())]
    for requirement in wanted:
        name, _, version = requirement.lower().partition("==")
        assert locked[name.partition("[")[0].replace("_", "-")] == version, requirement
