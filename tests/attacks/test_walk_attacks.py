"""A log that somebody has verified is cut, rewritten, or continued by what no act may write."""

from __future__ import annotations

from dataclasses import replace
from datetime import datetime

import pytest
from sqlcipher3 import dbapi2 as sqlite

from reception.bootstrap import create_services
from reception.domain.audit import LogEntry, RowDigest
from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.storage.audit.log_verification import verifier_of
from reception.storage.crypto import hash_chain
from reception.storage.crypto.keyring import sign
from tests.attacks.attacker import Attacker
from tests.attacks.kept_copies import KeptCopy
from tests.attacks.old_office import ORDINARY, OldOffice
from tests.fixtures.office import COLLEAGUE, HEAD, OFFICER
from tests.fixtures.visit_forms import visit_form

_ROW_DIGESTS = "SELECT record, key, digest FROM log_row WHERE seq = ?"


def finding_at_unlock(office: OldOffice, name: str) -> object:
    """Unlock and return what is found in the log; a denunciation is sealed only without a finding.

    An ordinary visit is saved in both cases.
    """
    reception = create_services(office.open(name))
    failure, denunciation = reception.session.log_walk.failure(), PetitionKind.DENUNCIATION
    if failure is None:
        reception.intake.seal_visit(visit_form(denunciation))
    else:
        assert failure.code in reception.session.warnings
        with pytest.raises(ReceptionError, match=r"log\.walk_failed"):
            reception.intake.seal_visit(visit_form(denunciation))
    reception.intake.seal_visit(visit_form())
    reception.session.close()
    return None if failure is None else failure.facts["finding"]


def rewrite_own_entry(attacker: Attacker) -> None:
    """Rewrite the attacker's last entry, and replace every later one by entries of their own."""
    last = attacker.rows("log", "seq = (SELECT max(seq) FROM log)").rows[0][0]
    with attacker.tamper() as database:
        own = database.execute(
            "SELECT * FROM log WHERE actor = ? ORDER BY seq DESC LIMIT 1", (attacker.user_id,)
        ).fetchone()
        for table in ("log_row", "log"):
            database.execute(f"DELETE FROM {table} WHERE seq > ?", (own["seq"],))  # noqa: S608 - two tables
        _rewrite(database, attacker, own)
    for _ in range(own["seq"], last + 1):
        with attacker.write(reason="closed"):
            pass


def _rewrite(database: sqlite.Connection, attacker: Attacker, own: sqlite.Row) -> None:
    columns = {name: own[name] for name in own.keys()}  # noqa: SIM118 - a Row
    entry = LogEntry(**{**columns, "at": datetime.fromisoformat(own["at"])})
    entry = replace(entry, facts=hash_chain.facts_text({"reason": "idle"}))
    rows = [RowDigest(*row) for row in database.execute(_ROW_DIGESTS, (entry.seq,))]
    digest = hash_chain.entry_digest(entry, rows)
    database.execute(
        "UPDATE log SET facts = ?, digest = ?, signature = ? WHERE seq = ?",
        (entry.facts, digest, sign(attacker.keys.sign_seed, digest), entry.seq),
    )


def test_an_entry_rewritten_by_its_author_is_found_by_who_had_verified_it(
    office: OldOffice,
) -> None:
    office.open_and_close(OFFICER, COLLEAGUE)
    rewrite_own_entry(Attacker(office, OFFICER))
    head = office.open(HEAD)
    findings = verifier_of(head.database, head.office).run().findings
    assert [item for item in findings if item.code.startswith("log.")] == []  # a perfect chain
    head.database.close()
    assert finding_at_unlock(office, COLLEAGUE) == "log.rewritten"


def test_a_cut_log_is_found_by_who_had_verified_more_of_it(office: OldOffice) -> None:
    kept = KeptCopy(office)
    office.open_and_close(OFFICER, COLLEAGUE)
    kept.put_back_register()
    kept.put_back_state()
    assert finding_at_unlock(office, COLLEAGUE) == "log.tail_cut"
    assert finding_at_unlock(office, HEAD) is None  # who has verified no more than is there


def test_a_self_signed_entry_over_the_visit_of_a_colleague_stops_the_others(
    office: OldOffice,
) -> None:
    with Attacker(office, COLLEAGUE).write(reason="closed") as database:
        database.execute("UPDATE petition SET summary = 'x' WHERE visit_id = ?", (ORDINARY,))
    assert str(finding_at_unlock(office, OFFICER)).startswith("act.")
    assert str(finding_at_unlock(office, HEAD)).startswith("act.")
