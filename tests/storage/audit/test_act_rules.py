"""The table of acts: complete, and nothing outside it is accepted."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from reception.domain.act_rule import RowOperation, office_key
from reception.domain.act_rules import ACT_RULES, OFFICE_ACT_RULES
from reception.domain.audit import Act, Finding, RowDigest
from reception.domain.rights_history import UnknownRights
from reception.domain.visit_act_rules import VISIT_ACT_RULES
from reception.services.access.session import Session
from reception.storage.audit.act_check import ActCheck
from reception.storage.audit.log_verification import Verifier
from reception.storage.crypto import hash_chain
from reception.storage.staff.signed_members import signing_keys
from reception.storage.unit_of_work import UnitOfWork

OFFICE_KEYS = (
    *("settings", "keyring_counter", "pepper", "recovery_keys", "recovered_at", "restored"),
    *("root_after:ab", "leaving:ab", "renew:protected", "first_number/2026", "something_new"),
)
# Rows that no act may ever write so.
NEVER = (
    *(("visit", RowOperation.DELETE), ("petition", RowOperation.DELETE)),
    *(("sealed_value", RowOperation.DELETE), ("sealed_value", RowOperation.REPLACE)),
    *(("visit_event", RowOperation.DELETE), ("old_text", RowOperation.DELETE)),
    *(("roster", RowOperation.REPLACE), ("code_last", RowOperation.DELETE)),
    *(("receipt", RowOperation.DELETE), ("return_code", RowOperation.DELETE)),
    ("keyed_return_code", RowOperation.DELETE),
    *(("print", RowOperation.DELETE), ("print", RowOperation.REPLACE)),
    *(("reveal_request", RowOperation.DELETE), ("import_file", RowOperation.DELETE)),
)


def rows() -> Iterator[tuple[str, str]]:
    """Yield (table, key) for every table, and for every kind of key of the table ``office``."""
    for table in hash_chain.LOGGED_TABLES:
        if table == "office":
            yield from (("office", key) for key in OFFICE_KEYS)
        else:
            yield table, "2026000001|1"


def unit_of_work(session: Session) -> UnitOfWork:
    """Return an act of the session that compares nothing and signs no roster."""
    clock, signer = session.environment.clock, session.signer()
    return UnitOfWork(session.database, clock, signer, session.roster.number)


def write_history(session: Session, operation: RowOperation) -> None:
    """Write an entry after which one more entry about each row does this operation."""
    digest = b"" if operation is RowOperation.INSERT else bytes(32)
    with unit_of_work(session) as work:
        for row in rows():
            work._digests[row] = RowDigest(*row, digest)
        work.log(Act.VERIFIED)


def findings_of_entry(
    session: Session, act: Act, digests: dict[tuple[str, str], bytes]
) -> set[Finding]:
    """Write an entry of an act with these digests of rows; return what is found in it."""
    with unit_of_work(session) as work:
        for row, digest in digests.items():
            work._digests[row] = RowDigest(*row, digest)
        work.log(act)
    keys = signing_keys(session.database, session.office)
    (*_, (entry, problems)) = Verifier(session.database, keys).checked_entries()
    assert not [problem for problem in problems if problem.code.startswith("log.")]
    return set(ActCheck(session.database, keys, UnknownRights()).check_entry(entry))


def test_every_act_has_one_rule() -> None:
    assert ACT_RULES.keys() == {act.value for act in Act}
    assert not OFFICE_ACT_RULES.keys() & VISIT_ACT_RULES.keys()


def test_every_rule_names_tables_of_the_log() -> None:
    names = {table for table in hash_chain.LOGGED_TABLES if table != "office"}
    names |= {office_key(key) for key in OFFICE_KEYS} - {"office/something_new"}
    for act, rule in ACT_RULES.items():
        assert rule.writes.keys() <= names, act
        for table, operations in rule.required:
            assert operations <= rule.writes[table], act


@pytest.mark.parametrize(("table", "operation"), NEVER)
def test_no_act_may_ever_do_this(table: str, operation: RowOperation) -> None:
    acts = [act for act, rule in ACT_RULES.items() if rule.permits(table, "x", operation)]
    assert acts == []


@pytest.mark.parametrize("table", ["member", "vault", "roster"])
def test_only_the_head_who_confirms_the_roster_deletes_what_no_root_has_signed(table: str) -> None:
    acts = [act for act, rule in ACT_RULES.items() if rule.permits(table, "x", RowOperation.DELETE)]
    assert acts == [Act.ROSTER_CONFIRMED]


def test_an_unknown_value_of_the_office_is_written_by_no_act() -> None:
    for rule in ACT_RULES.values():
        assert not any(rule.permits("office", "something_new", item) for item in RowOperation)


@pytest.mark.parametrize("operation", RowOperation)
def test_an_entry_that_writes_outside_its_act_is_found(
    session: Session, operation: RowOperation
) -> None:
    digest = b"" if operation is RowOperation.DELETE else bytes(32)
    for act in Act:
        write_history(session, operation)
        found = findings_of_entry(session, act, dict.fromkeys(rows(), digest))
        refused = {(item.table, item.key) for item in found if item.code == "act.table"}
        permitted = {row for row in rows() if ACT_RULES[act].permits(*row, operation)}
        assert refused == set(rows()) - permitted, act
