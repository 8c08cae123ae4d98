"""Rows are changed while somebody is signed in: their session notices it before its next act."""

from __future__ import annotations

import pytest

from reception.domain.errors import StorageError
from reception.domain.petition import PetitionKind
from reception.services.key_rotation.vault_key_rotation import rotate_desk_vault
from reception.storage.staff.signed_members import DESK, read_vaults
from tests.attacks.attacker import Attacker
from tests.attacks.old_office import OldOffice
from tests.attacks.outcomes import ROSTER_ERROR, receive, signed_in
from tests.attacks.roster_stage import COVERED_TABLES, change_rights
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER


def test_rows_without_an_entry_are_noticed_at_the_next_refresh(office: OldOffice) -> None:
    """No entry names a member or vault: the mark by which people are read again stays."""
    attacker = Attacker(office, COLLEAGUE)
    with signed_in(office, OFFICER) as officer:
        officer.session.refresh()
        with attacker.tamper() as database:
            database.execute("UPDATE member SET rights = rights || ' custody' WHERE active = 1")
        for attempt in (
            officer.session.refresh,
            lambda: receive(officer, PetitionKind.COMPLAINT),
        ):
            with pytest.raises(StorageError, match=ROSTER_ERROR):
                attempt()


def test_a_verification_in_a_running_session_compares_the_rows(office: OldOffice) -> None:
    attacker = Attacker(office, COLLEAGUE)
    with signed_in(office, HEAD) as head:
        assert head.log_verification.verify().intact
        with attacker.tamper() as database:
            database.execute("UPDATE member SET active = 1")
        with pytest.raises(StorageError, match=ROSTER_ERROR):
            head.log_verification.verify()


def test_a_statement_that_only_the_machine_has_seen_is_missed(office: OldOffice) -> None:
    """The officer is signed in while the head signs, and an attacker puts the register back."""
    with signed_in(office, OFFICER) as officer:
        officer.session.refresh()
        attacker = Attacker(office, COLLEAGUE)
        tables = (*COVERED_TABLES, "log", "log_row")
        before = {table: attacker.rows(table) for table in tables}
        change_rights(office, COLLEAGUE, reveal=True)
        with attacker.tamper() as database:
            for table, rows in before.items():
                database.execute(f"DELETE FROM {table}")  # noqa: S608 - names above
                rows.put_back(database)
        with pytest.raises(StorageError, match=r"^roster\.lower"):
            officer.session.refresh()


def test_a_new_vault_key_counts_though_its_entry_is_hidden(office: OldOffice) -> None:
    """The rows of the entry are gone, by which a session learns that vaults have changed."""
    attacker = Attacker(office, COLLEAGUE)
    with signed_in(office, OFFICER) as officer:
        receive(officer, PetitionKind.COMPLAINT)
        with signed_in(office, HEAD) as head:
            rotate_desk_vault(head.session)
            newest = read_vaults(head.session.database, head.session.office)[DESK]
        with attacker.tamper() as database:
            database.execute(
                "DELETE FROM log_row WHERE record IN ('member', 'vault', 'vault_grant') "
                "AND seq = (SELECT max(seq) FROM log_row WHERE record = 'vault')"
            )
        visit = receive(officer, PetitionKind.COMPLAINT)
        sealed_to = {
            row["generation"]
            for row in officer.session.database.query(
                "SELECT generation FROM sealed_box JOIN sealed_value USING (value_id) "
                "WHERE owner_row = ? AND vault = 'desk'",
                (str(visit),),
            )
        }
        assert sealed_to == {newest.generation}
