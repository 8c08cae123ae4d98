"""Machine health: read from files of the kernel, and never good by default."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from reception.messages.catalogue import sentence, sentences
from reception.services.access.session import Session
from reception.services.audit.machine_health import HealthFinding, HealthSeverity, MachineHealth
from tests.fixtures.office import HEAD, ThrowAwayOffice

TOPICS = {
    *(
        "wall",
        "swap",
        "disk",
        "sleep",
        "dumps",
        "spool",
        "print_history",
        "adapters",
        "clock",
        "space",
        "backup",
    ),
}
SWAPS = "Filename\t\t\t\tType\t\tSize\t\tUsed\t\tPriority\n"


@pytest.fixture
def head(office: ThrowAwayOffice) -> Iterator[Session]:
    """The head's session."""
    session = office.open(HEAD)
    yield session
    session.database.close()


@pytest.fixture
def machine(tmp_path: Path, head: Session) -> Callable[..., dict[str, HealthFinding]]:
    """Return ``machine({path: text})``: the findings on a machine with these files, by topic."""
    root = tmp_path / "machine"

    def look(files: dict[str, str]) -> dict[str, HealthFinding]:
        for name, text in files.items():
            path = root / name
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(text, encoding="utf-8")
        return {finding.topic: finding for finding in MachineHealth(head, root).check()}

    return look


def test_every_check_runs_on_this_machine_and_is_logged(head: Session) -> None:
    found = MachineHealth(head).check()
    assert {finding.topic for finding in found} == TOPICS
    order = [finding.severity for finding in found]
    assert order == sorted(
        order,
        key=[
            HealthSeverity.BAD,
            HealthSeverity.UNKNOWN,
            HealthSeverity.WARN,
            HealthSeverity.GOOD,
        ].index,
    )
    row = head.database.one("SELECT act FROM log ORDER BY seq DESC LIMIT 1")
    assert row["act"] == "machine_checked"


def test_an_unknown_state_is_never_reported_as_good(machine) -> None:
    found = machine({})
    for topic in ("swap", "disk", "sleep", "adapters"):
        assert found[topic].severity is HealthSeverity.UNKNOWN


@pytest.mark.parametrize(
    ("lines", "uuid", "tone"),
    [
        ("", None, HealthSeverity.GOOD),
        ("/dev/sda3 partition 8388604 0 -2\n", None, HealthSeverity.BAD),
        ("/dev/dm-1 partition 8388604 0 -2\n", "CRYPT-LUKS2-ab-swap", HealthSeverity.GOOD),
        ("/dev/dm-1 partition 8388604 0 -2\n", "LVM-ab", HealthSeverity.BAD),
        ("/dev/zram0 partition 8388604 0 100\n", None, HealthSeverity.GOOD),
        ("/dev/zram0 partition 1 0 100\n/swapfile file 2 0 -2\n", None, HealthSeverity.BAD),
    ],
)
def test_swap(machine, lines: str, uuid: str | None, tone: HealthSeverity) -> None:
    files = {"proc/swaps": SWAPS + lines}
    if uuid:
        files["sys/block/dm-1/dm/uuid"] = uuid
    assert machine(files)["swap"].severity is tone


def test_the_disk_of_the_register_is_the_deepest_mount(machine, head: Session) -> None:
    here = str(head.folder.resolve().parent)
    files = {
        "proc/mounts": f"/dev/sda1 / ext4 rw 0 0\n/dev/dm-0 {here} ext4 rw 0 0\n",
        "sys/block/dm-0/dm/uuid": "CRYPT-LUKS2-cd-home",
    }
    assert machine(files)["disk"].severity is HealthSeverity.GOOD
    files["proc/mounts"] = "/dev/sda1 / ext4 rw 0 0\n"
    finding = machine(files)["disk"]
    assert (finding.severity, dict(finding.facts)) == (HealthSeverity.WARN, {"device": "/dev/sda1"})


@pytest.mark.parametrize(
    ("state", "disk", "swaps", "tone"),
    [
        ("freeze mem", "", "", HealthSeverity.GOOD),
        ("freeze mem disk", "[disabled]", "/dev/sda3 partition 1 0 -2\n", HealthSeverity.GOOD),
        ("freeze mem disk", "[platform] shutdown", "", HealthSeverity.GOOD),
        (
            "freeze mem disk",
            "[platform] shutdown",
            "/dev/sda3 partition 1 0 -2\n",
            HealthSeverity.WARN,
        ),
    ],
)
def test_hibernation(machine, state: str, disk: str, swaps: str, tone: HealthSeverity) -> None:
    files = {"sys/power/state": state, "sys/power/disk": disk, "proc/swaps": SWAPS + swaps}
    assert machine(files)["sleep"].severity is tone


def test_an_adapter_that_is_up_is_named(machine) -> None:
    files = {"sys/class/net/lo/operstate": "up\n", "sys/class/net/eth0/operstate": "down\n"}
    assert machine(files)["adapters"].severity is HealthSeverity.GOOD
    finding = machine({"sys/class/net/wlan0/operstate": "up\n"})["adapters"]
    assert (finding.severity, dict(finding.facts)) == (HealthSeverity.WARN, {"names": "wlan0"})


def test_every_finding_has_words_in_both_languages(machine) -> None:
    for topic in TOPICS:
        assert sentence(f"health.{topic}")
        assert f"health.{topic}.unknown" in sentences()
    for finding in machine({}).values():
        for language in ("vi", "en"):
            words = sentence(finding.code, language, **dict(finding.facts))
            assert "health." not in words
