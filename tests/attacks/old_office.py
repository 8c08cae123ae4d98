"""The office of ``old_office/``, which a program without a roster made; its README tells how."""

from __future__ import annotations

import shutil
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

import pytest

from reception.domain.clock import VIETNAM
from reception.services.access.session import Session
from reception.services.access.unlocking import unlock
from reception.services.office.environment import Environment
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.password_hashing import DEMO_POLICY
from reception.storage.database import DATABASE_FILE
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    FrozenClock,
    ThrowAwayOffice,
)

STORED = Path(__file__).resolve().parent / "old_office"
EARLIER = STORED / "earlier"  # the same office two days earlier

FORMER_CUSTODIAN = "Giàng Văn H"  # had custody of denouncers until 05/11; still an officer
FORMER_REVEALER = COLLEAGUE  # had the right to reveal until 05/11; still an officer
SUSPENDED = "Lò Thị K"  # suspended on 05/11
LEAVER = "Mùa Văn L"  # left on 04/11
OLD_PASSWORDS = PASSWORDS | {
    FORMER_CUSTODIAN: "thác bạc nương chè lanh",
    SUSPENDED: "chợ phiên vó ngựa mận",
    LEAVER: "khau vai nhà sàn mè",
}
ACTIVE = (HEAD, OFFICER, COLLEAGUE, CUSTODIAN, FORMER_CUSTODIAN)
PRINTER = "ban-tiep-dan-01\tban-tiep-dan\tserial:/dev/ttyS0"  # key of the marked printer
OPEN_REQUEST = "d2865e72db06a0c0"  # of the officer about ANSWERED, granted by the head
SHEETS = (
    (
        "should withdraw academic acid august writing equip legend threaten merchant "
        "admit flip jump single crowd salary worthy tenant gasoline exotic flip image "
        "thunder evil engage flea python theater estimate finger eyebrow join tidy"
    ),
    (
        "should withdraw academic agency again vocal unkind prepare woman peanut brother "
        "strategy ladle force rescue aspect visitor buyer enforce indicate dream dive "
        "voice hamster stay change sled welcome database prayer kernel grasp dream"
    ),
    (
        "should withdraw academic always ancestor database capture recall screw image "
        "desert dictate inherit taught axis diet window orange cylinder fangs ceramic "
        "tendency ruin alien hairy custody evoke snake likely unfold dominant beyond "
        "modern"
    ),
)

# Visits, by what happened to them; the receiving officer in brackets.
ORDINARY = 2026000001  # complaint with a receipt, revealed once [officer]
CORRECTED = 2026000002  # recommendation [officer]
DENUNCIATION = 2026000003  # [officer]
VOIDED = 2026000004  # feedback [officer]
RECLASSIFIED = 2026000005  # a complaint that became a denunciation [colleague]
ANSWERED = 2026000006  # complaint [colleague]
PROTECTED_COMPLAINT = 2026000007  # [colleague]
OF_FORMER_CUSTODIAN = 2026000008  # feedback [former custodian]
LATER_COMPLAINT = 2026000009  # [officer]
SECOND_DENUNCIATION = 2026000010  # [officer]
IMPORTED = (2025000001, 2025000002)
NAME_OF_ORDINARY, NAME_OF_DENOUNCER = "Nguyễn Văn A", "Hoàng Văn N"


@dataclass
class OldOffice(ThrowAwayOffice):
    """A copy of the old office; its clock shows Monday 09/11/2026, 08:00 at first."""

    earlier: Path = EARLIER
    sheets: tuple[str, ...] = SHEETS

    def user_id(self, name: str) -> str:
        """Return the user id of an account name, of a suspended account too."""
        accounts = keyring_file.load(self.folder).accounts
        return next(account.user_id for account in accounts if account.name == name)

    def open(self, name: str = OFFICER) -> Session:
        """Unlock with the password of an account."""
        return unlock(self.folder, self.user_id(name), OLD_PASSWORDS[name], self.environment)

    def open_and_close(self, *names: str) -> None:
        """Let people unlock and close one after another; the clock moves on between them."""
        for name in names:
            self.clock.move(minutes=1)
            self.open(name).close()


def copy_old_office(folder: Path) -> OldOffice:
    """Copy the office to ``folder``/office and its checkpoint to ``folder``/state."""
    target, anchors = folder / "office", folder / "state" / "anchors"
    target.mkdir(parents=True)
    anchors.mkdir(parents=True)
    for name in (DATABASE_FILE, keyring_file.KEYRING_FILE):
        shutil.copyfile(STORED / name, target / name)
    office_id = keyring_file.load(target).office
    shutil.copyfile(STORED / "anchor.json", anchors / f"{office_id}.json")
    clock = FrozenClock(datetime(2026, 11, 9, 8, 0, tzinfo=VIETNAM))
    return OldOffice(target, Environment(clock, DEMO_POLICY, folder / "state"), clock)


@pytest.fixture
def old_office(tmp_path: Path) -> OldOffice:
    """The old office as it was stored: nobody has opened it with the present program."""
    return copy_old_office(tmp_path)
