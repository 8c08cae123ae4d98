"""The attacker's tools work: what they write has a correct chain, signature, digest and schema."""

from __future__ import annotations

from reception.bootstrap import create_services
from reception.domain.audit import Act
from reception.storage.crypto import keyring as keyring_file
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import KeptCopy, copy_of_earlier_office
from tests.attacks.old_office import FORMER_CUSTODIAN, SUSPENDED, OldOffice
from tests.fixtures.office import HEAD, OFFICER

CHAIN = ("log.", "schema.", "search.", "counts.")


def chain_findings(office: OldOffice) -> list[str]:
    """Return what the head's verification says of chain, schema and derived data."""
    head = create_services(office.open(HEAD))
    findings = head.log_verification.verify().findings
    head.session.close()
    return [finding.code for finding in findings if finding.code.startswith(CHAIN)]


def test_a_self_signed_entry_continues_the_chain(office: OldOffice) -> None:
    attacker = Attacker(office, OFFICER)
    with attacker.write(Act.LOCKED, reason="closed"):
        pass
    last = attacker.rows("log", "seq = (SELECT max(seq) FROM log)").rows[0]
    assert attacker.user_id in last
    assert chain_findings(office) == []


def test_an_entry_covers_what_was_changed(office: OldOffice) -> None:
    attacker = Attacker(office, OFFICER)
    with attacker.write() as database:
        database.execute("DELETE FROM receipt")
        database.execute("UPDATE visit SET note = 'x' WHERE kind = 'complaint'")
    covered = attacker.rows("log_row", "seq = (SELECT max(seq) FROM log)").rows
    assert {row[0] for row in covered} == {"receipt", "visit"}


def test_tampering_without_an_entry_is_named_as_ever(old_office: OldOffice) -> None:
    with Attacker(old_office, OFFICER).tamper() as database:
        database.execute("UPDATE visit SET people = people + 1")
    head = create_services(old_office.open(HEAD))
    codes = {finding.code for finding in head.log_verification.verify().findings}
    assert codes == {"record.changed"}
    head.session.close()


def test_a_kept_copy_is_put_back_whole(old_office: OldOffice) -> None:
    kept = KeptCopy(old_office)
    attacker = Attacker(old_office, OFFICER)
    before = attacker.rows("log")
    old_office.open_and_close(OFFICER, HEAD)
    assert attacker.rows("log") != before
    kept.put_back_register()
    kept.put_back_keyring()
    kept.put_back_state()
    assert attacker.rows("log") == before


def test_the_earlier_copy_opens_to_who_kept_it(old_office: OldOffice) -> None:
    folder = copy_of_earlier_office(old_office)
    for name in (FORMER_CUSTODIAN, SUSPENDED):
        attacker = Attacker(old_office, name, folder)
        assert attacker.key == Attacker(old_office, OFFICER).key
        assert len(attacker.rows("member", folder=folder).rows) == 7


def test_an_account_is_changed_in_the_keyring(old_office: OldOffice) -> None:
    attacker = Attacker(old_office, OFFICER)
    counter = attacker.keyring().counter
    user_id = old_office.user_id(SUSPENDED)
    attacker.put_account(user_id, database_key=b"1")
    keyring = keyring_file.load(old_office.folder)
    assert (keyring.account(user_id).database_key, keyring.counter) == (b"1", counter)
