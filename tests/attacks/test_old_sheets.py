"""Recovery sheets that were replaced by new ones are made valid again."""

from __future__ import annotations

import json

import pytest

from reception.domain.errors import InvalidInput, StorageError
from reception.services.access.unlocking import unlock
from reception.services.recovery.office_recovery import (
    RecoveryPlan,
    inspect_with_recovery_keys,
    replace_keys_after_recovery,
)
from reception.services.recovery.recovery_shares import join_shares, make_shares
from tests.attacks.attacker import Attacker, KeptRows
from tests.attacks.old_office import OldOffice
from tests.fixtures.office import OFFICER

NEW_PASSWORD = "mận rừng thác đồng hoa"
_SIGNED_BY_ROOT = ("member", "vault", "vault_grant", "roster")
_KEPT = (*_SIGNED_BY_ROOT, "office")


def recover(office: OldOffice, password: str = NEW_PASSWORD) -> str:
    """Open the office by two of the stored sheets, make new sheets; return the head's id."""
    plan = RecoveryPlan(password, make_shares().keys)
    return replace_keys_after_recovery(
        office.folder, join_shares(office.sheets[0], office.sheets[2]), plan, office.environment
    )


@pytest.fixture
def kept(office: OldOffice) -> dict[str, KeptRows]:
    """Rows of the office before new sheets were made, which have been made since."""
    attacker = Attacker(office, OFFICER)
    rows = {table: attacker.rows(table) for table in _KEPT}
    head_id = recover(office)
    unlock(office.folder, head_id, NEW_PASSWORD, office.environment).close()
    office.open_and_close(OFFICER)
    return rows


def make_old_sheets_valid(office: OldOffice, kept: dict[str, KeptRows], *, whole: bool) -> None:
    """Put ``recovery_keys`` back, and with ``whole`` everything that the old root has signed."""
    attacker = Attacker(office, OFFICER)
    values = {str(row[0]): row for row in kept["office"].rows}
    old_keys = values["recovery_keys"]
    with attacker.write() as database:
        KeptRows("office", (old_keys,)).put_back(database)
        if whole:
            database.execute("DELETE FROM office WHERE key LIKE 'root_after:%'")
            for table in _SIGNED_BY_ROOT:
                database.execute(f"DELETE FROM {table}")  # noqa: S608 - names above
                kept[table].put_back(database)
    attacker.put_recovery_key(bytes.fromhex(json.loads(str(old_keys[1]))["box"]))


def test_replaced_sheets_open_nothing(office: OldOffice, kept: dict[str, KeptRows]) -> None:
    assert kept
    with pytest.raises(InvalidInput, match=r"recovery\.foreign"):
        inspect_with_recovery_keys(office.folder, join_shares(office.sheets[0], office.sheets[1]))


def test_their_row_put_back_does_not_make_them_valid(
    office: OldOffice, kept: dict[str, KeptRows]
) -> None:
    make_old_sheets_valid(office, kept, whole=False)
    with pytest.raises(InvalidInput, match=r"recovery\.foreign"):
        recover(office, "khèn lá gùi nương ngõ")


@pytest.mark.parametrize("whole", [True, False])
def test_the_staff_are_told(office: OldOffice, kept: dict[str, KeptRows], whole: bool) -> None:
    make_old_sheets_valid(office, kept, whole=whole)
    with pytest.raises(StorageError, match=r"^(roster\.|members\.forged)"):
        office.open(OFFICER).close()


def test_all_rows_of_the_old_root_do_not_make_them_valid(
    office: OldOffice, kept: dict[str, KeptRows]
) -> None:
    """Rosters of the new root are deleted with its rows; the machine still has the newest one."""
    make_old_sheets_valid(office, kept, whole=True)
    with pytest.raises(InvalidInput, match=r"recovery\.foreign"):
        pytest.fail("the old sheets made a new head: " + recover(office, "khèn lá gùi ngõ"))
