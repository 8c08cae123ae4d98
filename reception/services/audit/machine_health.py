"""Machine health: checks for places on this machine where personal data could remain."""

from __future__ import annotations

import os
import shutil
from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path

from reception.domain.audit import Act
from reception.hardening.network_block import NetworkBlockState, network_block_state
from reception.print_queue.spool_retention import keeps_job_history, spool_warning
from reception.services.access.rights_check import rights_checked
from reception.services.access.session import Session
from reception.services.backup.last_backup import is_stale, read_last_backup
from reception.services.office.network_adapters import active_adapters

_LOW_SPACE, _NO_SPACE = 2 << 30, 200 << 20  # bytes free
_ENCRYPTED = "CRYPT-"  # prefix of the UUIDs that dm-crypt gives its devices
_IN_MEMORY = ("tmpfs", "ramfs")


class HealthSeverity(StrEnum):
    """Severity of a finding."""

    GOOD = "good"
    WARN = "warn"
    BAD = "bad"
    UNKNOWN = "unknown"  # the check failed, which is not the same as good


@dataclass(frozen=True, slots=True)
class HealthFinding:
    """Result of one check; its sentence has the code ``health.<topic>.<severity>``."""

    topic: str
    severity: HealthSeverity
    facts: tuple[tuple[str, str], ...] = ()

    @property
    def code(self) -> str:
        """Return the code of the sentence."""
        return f"health.{self.topic}.{self.severity.value}"


@rights_checked
class MachineHealth:
    """Checks the machine and logs the result; changes nothing."""

    def __init__(self, session: Session, root: Path = Path("/")) -> None:
        """``root`` is the folder that holds ``proc`` and ``sys``; tests pass another one."""
        self._session = session
        self._root = root

    def check(self) -> tuple[HealthFinding, ...]:
        """Return the findings, the worst first; the check is logged."""
        checks: tuple[tuple[str, Callable[[], HealthFinding]], ...] = (
            ("wall", self._network_block),  # the code that stored log entries have for it
            ("swap", self._swap),
            ("disk", self._disk),
            ("sleep", self._sleep),
            ("dumps", self._dumps),
            ("spool", self._spool),
            ("print_history", self._print_history),
            ("adapters", self._adapters),
            ("clock", self._clock),
            ("space", self._space),
            ("backup", self._backup),
        )
        findings = tuple(_checked(topic, check) for topic, check in checks)
        order = (
            HealthSeverity.BAD,
            HealthSeverity.UNKNOWN,
            HealthSeverity.WARN,
            HealthSeverity.GOOD,
        )
        findings = tuple(sorted(findings, key=lambda finding: order.index(finding.severity)))
        with self._session.act() as work:
            work.log(
                Act.MACHINE_CHECKED,
                "machine",
                found=[
                    f"{f.topic} {f.severity}"
                    for f in findings
                    if f.severity is not HealthSeverity.GOOD
                ],
            )
        return findings

    def _network_block(self) -> HealthFinding:
        return HealthFinding(
            "wall",
            HealthSeverity.GOOD
            if network_block_state() is NetworkBlockState.UP
            else HealthSeverity.BAD,
        )

    def _swap(self) -> HealthFinding:
        lines = (self._root / "proc/swaps").read_text(encoding="utf-8").splitlines()[1:]
        areas = [line.split()[0] for line in lines if line.strip()]
        unencrypted = [device for device in areas if not self._is_protected_device(Path(device))]
        if unencrypted:
            return HealthFinding("swap", HealthSeverity.BAD, (("places", ", ".join(unencrypted)),))
        return HealthFinding("swap", HealthSeverity.GOOD)

    def _disk(self) -> HealthFinding:
        device, filesystem = self._mounted_device(self._session.folder.resolve())
        if filesystem in _IN_MEMORY or self._is_protected_device(Path(device)):
            return HealthFinding("disk", HealthSeverity.GOOD)
        return HealthFinding("disk", HealthSeverity.WARN, (("device", device),))

    def _sleep(self) -> HealthFinding:
        states = (self._root / "sys/power/state").read_text(encoding="utf-8").split()
        if "disk" not in states:
            return HealthFinding("sleep", HealthSeverity.GOOD)
        modes = (self._root / "sys/power/disk").read_text(encoding="utf-8")
        swaps = (self._root / "proc/swaps").read_text(encoding="utf-8").splitlines()[1:]
        is_hibernation_off = "[disabled]" in modes or not any(line.strip() for line in swaps)
        return HealthFinding(
            "sleep", HealthSeverity.GOOD if is_hibernation_off else HealthSeverity.WARN
        )

    def _dumps(self) -> HealthFinding:
        import resource  # noqa: PLC0415  # not on Windows: the result is then unknown

        soft, _hard = resource.getrlimit(resource.RLIMIT_CORE)
        return HealthFinding("dumps", HealthSeverity.GOOD if soft == 0 else HealthSeverity.BAD)

    @staticmethod
    def _spool() -> HealthFinding:
        warning = spool_warning()
        if warning is None:
            return HealthFinding("spool", HealthSeverity.GOOD)
        return HealthFinding(
            "spool", HealthSeverity.UNKNOWN if "unknown" in warning else HealthSeverity.WARN
        )

    @staticmethod
    def _print_history() -> HealthFinding:
        is_kept = keeps_job_history()
        if is_kept is None:
            return HealthFinding("print_history", HealthSeverity.UNKNOWN)
        severity = HealthSeverity.WARN if is_kept else HealthSeverity.GOOD
        return HealthFinding("print_history", severity)

    def _adapters(self) -> HealthFinding:
        active = active_adapters(self._root)
        if active:
            return HealthFinding("adapters", HealthSeverity.WARN, (("names", ", ".join(active)),))
        return HealthFinding("adapters", HealthSeverity.GOOD)

    def _clock(self) -> HealthFinding:
        has_clock_warning = any(code.startswith("clock.") for code in self._session.warnings)
        return HealthFinding(
            "clock", HealthSeverity.WARN if has_clock_warning else HealthSeverity.GOOD
        )

    def _space(self) -> HealthFinding:
        free = shutil.disk_usage(self._session.folder).free
        severity = (
            HealthSeverity.BAD
            if free < _NO_SPACE
            else HealthSeverity.WARN
            if free < _LOW_SPACE
            else HealthSeverity.GOOD
        )
        return HealthFinding(
            "space", severity, (("free", f"{free / (1 << 30):.1f}".replace(".", ",")),)
        )

    def _backup(self) -> HealthFinding:
        session = self._session
        last = read_last_backup(session.environment.state_folder, session.office.office_id)
        if last is None or is_stale(last, session.today()):
            return HealthFinding("backup", HealthSeverity.WARN)
        made_on = last.made_on
        facts = (
            ("day", f"{made_on.day:02d}/{made_on.month:02d}/{made_on.year}"),
            ("place", last.location),
        )
        return HealthFinding("backup", HealthSeverity.GOOD, facts)

    def _is_protected_device(self, device: Path) -> bool:
        """Tell whether a device is encrypted or in memory only."""
        name = device.resolve().name if self._root == Path("/") else device.name
        if name.startswith("zram"):
            return True
        try:
            uuid = (self._root / "sys/block" / name / "dm/uuid").read_text(encoding="utf-8")
        except OSError:
            return False
        return uuid.startswith(_ENCRYPTED)

    def _mounted_device(self, folder: Path) -> tuple[str, str]:
        longest_match, mount = -1, ("", "")
        for line in (self._root / "proc/mounts").read_text(encoding="utf-8").splitlines():
            device, mounted_at, filesystem, *_ = line.split()
            mount_point = Path(mounted_at.replace("\\040", " "))
            if folder.is_relative_to(mount_point) and len(mount_point.parts) > longest_match:
                longest_match, mount = len(mount_point.parts), (device, filesystem)
        if longest_match < 0:
            raise OSError("no mount holds the folder")
        return mount


def _checked(topic: str, check: Callable[[], HealthFinding]) -> HealthFinding:
    if os.name == "nt" and topic in ("swap", "disk", "sleep", "adapters"):
        return HealthFinding(topic, HealthSeverity.UNKNOWN)
    try:
        return check()
    except (OSError, ValueError, ImportError):
        return HealthFinding(topic, HealthSeverity.UNKNOWN)
