"""The office of ``old_papers/``, and what citizens hold of it; its README tells how it was made."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from reception.domain.clock import VIETNAM
from reception.domain.status_lookup import LookupStage, LookupStatus
from reception.services.office.environment import Environment
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.password_hashing import DEMO_POLICY
from reception.storage.database import DATABASE_FILE
from tests.fixtures.office import FrozenClock, ThrowAwayOffice

STORED = Path(__file__).resolve().parent / "old_papers"

COMPLAINT = 2026000001  # with papers
DENUNCIATION = 2026000002  # with papers
MADE_AGAIN = 2026000004  # a complaint with papers whose receipt was made again
SLIP_OF_DENUNCIATION = 2026000007
PROTECTED_COMPLAINT = 2026000010  # with papers
NAME_IN_DRAFT = "Hoàng Văn Nháp"
DAY_OFF = date(2026, 11, 16)


@dataclass(frozen=True)
class OldPaper:
    """Number and code as printed, and what they answered in the old program."""

    number: str
    code: str
    answer: LookupStatus | None

    def __str__(self) -> str:
        return self.number


def _running(received: int, due: int) -> LookupStatus:
    days = date(2026, 11, received), date(2026, 11, due)
    return LookupStatus(days[0], LookupStage.IN_PROGRESS, due_on=days[1])


_ANSWERED = LookupStatus(date(2026, 11, 10), LookupStage.ANSWERED, answered_on=date(2026, 11, 11))
_GUIDED = LookupStatus(date(2026, 11, 9), LookupStage.ANSWERED_AT_VISIT)
ENDED_COPY = OldPaper("BN-0003", "PJ5M-RM7Y-ZF4X", None)  # it was made again
VOIDED = OldPaper("PT-0003", "DDP2-S9KP-3VDE", None)
PAPERS = {
    COMPLAINT: OldPaper("BN-0001", "RATR-FEDB-XAN1", _running(9, 25)),
    DENUNCIATION: OldPaper("BN-0168", "CV8P-RG0X-EM7J", _running(9, 25)),
    2026000003: OldPaper("PT-0001", "1183-CGXF-55RS", _GUIDED),
    MADE_AGAIN: OldPaper("BN-0003", "C47X-BA6R-B9YE", _running(9, 25)),
    2026000005: OldPaper("PT-0002", "53ZV-K197-31KZ", _running(9, 25)),  # reclassified
    SLIP_OF_DENUNCIATION: OldPaper("PT-0344", "C020-E8QE-NM5H", _running(10, 26)),
    2026000008: OldPaper("PT-0005", "VH8T-QTQ6-11TT", _running(6, 23)),  # entered late
    2026000009: OldPaper("PT-0006", "RS58-X3JZ-3KBW", _ANSWERED),
    PROTECTED_COMPLAINT: OldPaper("BN-0004", "KKP5-GKK8-4EBM", _running(10, 26)),
}


def copy_office_of_old_papers(folder: Path) -> ThrowAwayOffice:
    """Copy the office to ``folder``/office; its clock shows Thursday 12/11/2026, 08:00 at first."""
    target, anchors = folder / "office", folder / "state" / "anchors"
    anchors.mkdir(parents=True)
    target.mkdir()
    for name in (DATABASE_FILE, keyring_file.KEYRING_FILE):
        shutil.copyfile(STORED / name, target / name)
    draft_id, key = (STORED / "draft_key.txt").read_text(encoding="ascii").split()
    (target / "drafts").mkdir(mode=0o700)
    (target / "drafts" / f"{draft_id}.key").write_bytes(bytes.fromhex(key))
    office_id = keyring_file.load(target).office
    shutil.copyfile(STORED / "anchor.json", anchors / f"{office_id}.json")
    clock = FrozenClock(datetime(2026, 11, 12, 8, 0, tzinfo=VIETNAM))
    return ThrowAwayOffice(target, Environment(clock, DEMO_POLICY, folder / "state"), clock)
