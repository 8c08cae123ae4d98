"""Unlocking an office: password, migrations, warnings, and the log entry of the new session."""

from __future__ import annotations

from dataclasses import replace
from functools import partial
from pathlib import Path

from reception.domain.audit import Act
from reception.domain.errors import StorageError
from reception.domain.roster import EMPTY_LOG
from reception.domain.shown_times import OwnLogEntry
from reception.services.access.keyring_counter import checked_keyring, raise_behind_keyring
from reception.services.access.lookup_brake import LookupBrake
from reception.services.access.own_account import store_own_keys
from reception.services.access.own_blob import OwnBlob
from reception.services.access.own_member import head_of_blob, key_generation
from reception.services.access.session import Session
from reception.services.access.session_log_walk import STEP, SessionLogWalk
from reception.services.access.session_roster import SessionRoster
from reception.services.office.environment import Environment
from reception.storage.audit.local_state import CheckpointFile, FailedAttemptsFile, RosterFile
from reception.storage.audit.log_reader import entry_digest, last_entry_time, own_last_entry
from reception.storage.audit.log_verification import last_checkpoint
from reception.storage.backup.restore_history import (
    RecentRestore,
    is_explained_by_restore,
    recent_restore,
)
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.hash_chain import row_digest
from reception.storage.crypto.keyring import Keyring, UserKeys
from reception.storage.database import DATABASE_FILE, Database
from reception.storage.key_rotation.database_rekeying import kept_in_place
from reception.storage.office_values import write_keyring_counter
from reception.storage.schema import migrate, require_expected_tables, schema_text
from reception.storage.staff import signed_members
from reception.storage.staff.root_succession import present_root
from reception.storage.unit_of_work import clock_anomaly
from reception.storage.visits import visit_hours
from reception.storage.visits.sealed_identities import SealedIdentities
from reception.storage.visits.search_letters import fold_index_anew


def unlock(folder: Path, user_id: str, password: str, environment: Environment) -> Session:
    """Open the office with an account's password.

    Errors: ``unlock.wrong_password`` (``tries``: failed attempts, ``wait``: seconds until the
    next one), ``unlock.shut_out``, ``keyring.older``, ``members.forged``, ``database.newer``,
    ``database.damaged`` and those of opening keyring and database; those of
    :meth:`SessionRoster.check`, but for the head: the session then has a ``roster_mismatch``, its
    opening is not logged, and only ``RosterConfirmation`` works until the head has confirmed.
    """
    keyring = keyring_file.load(folder)
    attempts_file = FailedAttemptsFile(folder)
    try:
        keys, blob_key = keyring_file.open_account_and_key(
            keyring, user_id, password, environment.policy
        )
    except StorageError as error:
        if error.code != "unlock.wrong_password":
            raise
        attempts = attempts_file.add(user_id)
        raise StorageError(
            "unlock.wrong_password", tries=attempts.number, wait=attempts.delay
        ) from None
    failed_count = attempts_file.clear(user_id)
    blob = OwnBlob(folder, keyring.office, keyring.account(user_id), blob_key)
    session = _open(folder, (keyring, keys, blob), environment, failed_count)
    if session.office.root != keys.office_root and session.roster_mismatch is None:
        _store_new_root(session, password)
    return session


def _store_new_root(session: Session, password: str) -> None:
    """Store the root that recovery has signed in the encrypted blob of this person.

    From then on this person trusts that root.
    """
    keys = replace(session.keys, office_root=session.office.root)
    store_own_keys(session, keys, password, Act.ROOT_ACCEPTED, root=session.fingerprint())
    session.keys = keys


def _open(
    folder: Path,
    opened_account: tuple[Keyring, UserKeys, OwnBlob],
    environment: Environment,
    failed_count: int,
) -> Session:
    """Open the database and log it; ``opened_account`` is (keyring, decrypted keys, own blob).

    ``failed_count`` is the number of failed attempts before this one.
    """
    _, keys, blob = opened_account
    with kept_in_place(folder, lambda: _present_database_key(folder, blob.user_id, keys)) as key:
        database = Database(folder / DATABASE_FILE, key)
    try:
        applied_migrations = migrate(
            database, _migration_copy_path(folder, database.schema_version), key
        )
        require_expected_tables(database)
        if applied_migrations:
            fold_index_anew(database)
        session = _create_session(folder, opened_account, environment, database)
        session.finish_opening = partial(_finish_opening, session, failed_count, applied_migrations)
        if session.roster_mismatch is None:
            session.finish_opening()
        else:
            checked_keyring(session)
    except BaseException:
        database.close()
        raise
    return session


def _finish_opening(session: Session, failed_count: int, applied_migrations: list[int]) -> None:
    session.finish_opening = None
    _log_opening(session, failed_count, applied_migrations)
    session.truncate_wal()
    session.roster.store_on_machine()
    _walk_short_log(session)
    session.store_marks()


def _walk_short_log(session: Session) -> None:
    """Verify the log at once if little of it remains; a warning tells of a bad entry."""
    session.log_walk.finish(STEP)
    failure = session.log_walk.failure()
    if failure is not None:
        session.warnings += (failure.code,)
        session.warning_facts[failure.code] = failure.facts


def _present_database_key(folder: Path, user_id: str, keys: UserKeys) -> bytes:
    """Return the key from the keyring as it is now: it may have changed during the slow hashing."""
    account = keyring_file.load(folder).account(user_id)
    if not account.database_key:
        raise StorageError("unlock.shut_out")
    return keyring_file.database_key(account, keys)


def _create_session(
    folder: Path,
    opened_account: tuple[Keyring, UserKeys, OwnBlob],
    environment: Environment,
    database: Database,
) -> Session:
    keyring, keys, blob = opened_account
    user_id = blob.user_id
    root = _root_in_force(database, keyring.office, keys)
    office = signed_members.Office(keyring.office, root)
    roster_file = RosterFile(environment.state_folder, keyring.office, folder)
    roster = SessionRoster(database, office, roster_file, keys, blob)
    mismatch = roster.mismatch(keys.root_seed)
    is_lenient = mismatch is not None
    people = signed_members.read_members(database, office, skip_forged=is_lenient)
    member, generation = people.get(user_id), 0
    if is_lenient and (member is None or member.sign_key != keys.sign_public):
        account = keyring.account(user_id)
        member, generation = head_of_blob(database, office, roster, account, keys)
        people[user_id] = member
    if member is None or member.sign_key != keys.sign_public:
        raise StorageError("unlock.shut_out")
    if not member.active and not is_lenient:
        raise StorageError("unlock.shut_out")
    vaults = signed_members.read_vaults(database, office, skip_forged=is_lenient)
    log_walk = SessionLogWalk(database, office, roster, keys)
    checkpoint_file = CheckpointFile(environment.state_folder, keyring.office, folder)
    names = {person.user_id: person.name for person in people.values()}
    session = Session(
        folder=folder,
        environment=environment,
        database=database,
        office=office,
        member=member,
        people=people,
        keys=keys,
        seals=SealedIdentities(keyring.office, vaults, log_walk.require),
        checkpoint_file=checkpoint_file,
        roster=roster,
        log_walk=log_walk,
        lookup_brake=LookupBrake(environment.clock),
        opening_checkpoint=last_checkpoint(database, names),
        key_generation=generation or key_generation(database, office, member),
        roster_mismatch=mismatch,
        _last_member_entry=signed_members.last_member_entry(database),
    )
    own = own_last_entry(database, user_id)
    if own is not None:
        seq, at, act = own
        session.own_last_entry = OwnLogEntry(seq, session.shown_time(act, at), act)
    restore = recent_restore(database, user_id, names)
    session.warnings = _warning_codes(session, restore)
    if restore is not None:
        session.warning_facts[restore.code] = restore.facts()
    return session


def _root_in_force(database: Database, office_id: str, keys: UserKeys) -> bytes:
    """Return the root that recovery's statements lead to; a false one leads nowhere.

    The comparison with the roster then names its row, and the head can take it back.
    """
    try:
        return present_root(database, office_id, keys.office_root)
    except StorageError:
        return keys.office_root


def _warning_codes(session: Session, restore: RecentRestore | None) -> tuple[str, ...]:
    """Return the message codes of what the person must know after unlocking.

    The checkpoint file on this machine is compared with the end of the log in the database.
    """
    codes = [restore.code] if restore is not None else []
    codes += _checkpoint_codes(session) or _own_end_codes(session)
    last_time = last_entry_time(session.database)
    if last_time is not None:
        anomaly = clock_anomaly(last_time, session.environment.clock.now())
        codes.extend([f"clock.{anomaly}"] if anomaly else [])
    if session.roster.number == 0 and not session.keys.root_seed:
        codes.append("roster.none")
    if keyring_file.RECOVERY not in signed_members.holders(session.database, signed_members.DESK):
        codes.append("recovery.missing")
    return tuple(codes)


def _own_end_codes(session: Session) -> list[str]:
    """Compare the log with its end in the head's own blob before the head confirms anything.

    With the confirmed roster everybody's check begins anew: a cut log would not show afterwards.
    """
    end = session.keys.log_end
    if session.roster_mismatch is None or end == EMPTY_LOG:
        return []
    digest = entry_digest(session.database, end.seq)
    if digest is None:
        return ["log.tail_cut"]
    return [] if digest == end.digest else ["log.rewritten"]


def _checkpoint_codes(session: Session) -> list[str]:
    stored, logged = session.checkpoint_file.read(), session.opening_checkpoint
    if stored is not None and is_explained_by_restore(session.database, session.office, stored):
        return []  # the difference comes from a restore that the log records
    if stored is None:
        return ["anchor.missing"] if logged is not None else []
    if logged is None or logged.seq < stored.seq:
        return ["log.tail_cut"]
    is_same = entry_digest(session.database, stored.seq) == stored.digest
    return [] if is_same else ["log.rewritten"]


def _log_opening(session: Session, failed_count: int, applied_migrations: list[int]) -> None:
    """Refuse an older keyring, save a conflicting checkpoint, and log the opening.

    The hours of visits of earlier days end with it: in the file, in free pages and in the WAL.

    Errors: ``keyring.older``.
    """
    checked = checked_keyring(session)
    keyring = raise_behind_keyring(session, checked) if checked.is_behind else checked.keyring
    conflicts = [code for code in session.warnings if code.startswith("log.")]
    if conflicts:
        session.checkpoint_file.save_conflict()
    with session.act() as work:
        facts: dict[str, object] = {"anchor": conflicts[0]} if conflicts else {}
        if failed_count:
            facts["failed_tries"] = failed_count
        if applied_migrations:
            facts["migrated"] = applied_migrations
            facts["schema"] = row_digest("schema", [schema_text(session.database)]).hex()
        visit_hours.delete_earlier_hours(work, session.today())
        if checked.is_behind:
            facts["keyring_behind"] = [checked.keyring.counter, checked.known]
        if keyring.counter != checked.stored:
            facts["keyring"] = keyring.counter
            write_keyring_counter(work, keyring)
        work.log(Act.OPENED, session.member.user_id, **facts)


def _migration_copy_path(folder: Path, version: int) -> Path:
    return folder / f"register.before-v{version + 1}.db"
