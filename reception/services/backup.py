"""Backups of an office: made while it is open, looked at and put back with a password."""

from __future__ import annotations

import json
from dataclasses import dataclass
from datetime import date, datetime
from pathlib import Path

from reception.domain.audit import Act, Verification
from reception.domain.backup import STALE_DAYS, Counts, Manifest, kept
from reception.domain.errors import StorageError
from reception.domain.staff import Right
from reception.services.environment import Environment
from reception.services.session import Session, unlock
from reception.storage import backup as store
from reception.storage import keyring as keyring_file
from reception.storage.database import NAME, Database
from reception.storage.files import write_atomically
from reception.storage.members import Office, signing_keys
from reception.storage.verification import Verifier


@dataclass(frozen=True, slots=True)
class Made:
    """A backup that counts: where it lies, when it was made, what is inside, what went."""

    folder: Path
    at: datetime
    counts: Counts
    dropped: int


@dataclass(frozen=True, slots=True)
class Mark:
    """The last good backup as this machine remembers it; read without any key."""

    at: datetime
    place: str


class Backups:
    """Makes backups of the office that is open."""

    def __init__(self, session: Session) -> None:
        """Work in one session."""
        self._session = session

    def make(self, place: Path) -> Made:
        """Copy the office into a folder, open and check the copy, log it, drop what is too old.

        Errors: those of :func:`reception.storage.backup.make`.
        """
        return self.finish(self.copy(place))

    def copy(self, place: Path) -> Path:
        """Make the copy over a connection of its own: any thread may, while others write.

        It counts from the moment it has its name; :meth:`finish` has the log say so.
        """
        session = self._session
        at = session.environment.clock.now().replace(microsecond=0)
        account = keyring_file.load(session.folder).account(session.member.user_id)
        key = keyring_file.database_key(account, session.keys)
        source = Database(session.folder / NAME, key)
        try:
            office = (session.office.office_id, key)
            return store.make(source, office, place, at, self._check)
        finally:
            source.close()

    def finish(self, folder: Path) -> Made:
        """Log a copy, remember it as the last good one, and drop what is too old."""
        session, place = self._session, folder.parent
        manifest = store.read_manifest(folder)
        dropped = self._rotate(place)
        with session.act() as work:
            work.log(
                Act.BACKED_UP,
                folder.name,
                entries=manifest.seq,
                digest=manifest.digest.hex()[:16],
                dropped=dropped,
            )
        mark = Mark(manifest.made_at, str(place))
        _write_mark(session.environment.state, session.office.office_id, mark)
        return Made(folder, manifest.made_at, manifest.counts, len(dropped))

    def counts(self) -> Counts:
        """Return what the office that is open holds."""
        return store.counts(self._session.database)

    def places(self) -> tuple[Path, ...]:
        """Return the folders this machine backs up into."""
        session = self._session
        return places(session.environment.state, session.office.office_id)

    def remember_place(self, place: Path) -> None:
        """Put a folder first among those this machine backs up into."""
        session = self._session
        session.require(Right.MANAGE)
        others = tuple(known for known in self.places() if known != place)
        remember_places(session.environment.state, session.office.office_id, (place, *others))

    def found(self) -> list[tuple[Path, Manifest]]:
        """Return the whole backups in the places that are there, the newest first."""
        office = self._session.office.office_id
        all_of_them = [item for place in self.places() for item in store.backups_in(place, office)]
        return sorted(all_of_them, key=lambda item: item[1].made_at, reverse=True)

    def last(self) -> Mark | None:
        """Return the last good backup this machine made."""
        session = self._session
        return last_good(session.environment.state, session.office.office_id)

    def due_place(self) -> Path | None:
        """Return the first place that is there and lacks today's backup."""
        for place in self.places():
            if place.is_dir() and self.due((place,)):
                return place
        return None

    def due(self, places: tuple[Path, ...]) -> bool:
        """Tell whether today's backup is still missing in a place that is there."""
        today, office = self._session.today(), self._session.office.office_id
        for place in places:
            found = store.backups_in(place, office)
            if place.is_dir() and not (found and found[0][1].made_at.date() == today):
                return True
        return False

    def _check(self, copy: Database) -> Verification:
        return Verifier(copy, signing_keys(copy, self._session.office)).run()

    def _rotate(self, place: Path) -> list[str]:
        found = store.backups_in(place, self._session.office.office_id)
        stay = kept(manifest.made_at for _, manifest in found)
        dropped = []
        for folder, manifest in found:
            if manifest.made_at not in stay:
                store.drop(folder)
                dropped.append(folder.name)
        return dropped


def look(backup: Path) -> Manifest:
    """Return what a backup holds, every byte compared; see :func:`storage.backup.look`."""
    return store.look(backup)


def restore(backup: Path, folder: Path, who: tuple[str, str], environment: Environment) -> Manifest:
    """Put a backup back as a new office; ``who`` is (account name, password).

    The copy is opened with the password, walked and logged before it counts. The log says what
    was put back and how many entries this machine had seen beyond it; the next unlock says so
    too. Errors: those of :func:`look`, ``backup.no_account``, ``backup.wrong_password``,
    ``backup.target_taken``, ``backup.copy_bad``.
    """
    manifest = store.look(backup)
    user_id = _account(backup, who[0])
    _try_password(backup, user_id, who[1], environment)
    store.put_back(backup, manifest, folder)
    try:
        session = unlock(folder, user_id, who[1], environment)
    except BaseException:
        store.discard(folder)
        raise
    try:
        _check_restored(session, manifest)
        seen = session.anchors.conflict() or session.opening
        with session.act() as work:
            work.log(
                Act.RESTORED,
                backup.name,
                made_at=manifest.made_at.isoformat(),
                entries=manifest.seq,
                beyond=max(0, seen.seq - manifest.seq) if seen is not None else 0,
            )
    except BaseException:
        session.database.close()
        store.discard(folder)
        raise
    session.close("restore")
    return manifest


def last_good(state: Path, office_id: str) -> Mark | None:
    """Return the last good backup this machine made, or None; needs no key."""
    try:
        item = json.loads(_mark_file(state, office_id).read_text(encoding="utf-8"))
        return Mark(datetime.fromisoformat(item["at"]), str(item["place"]))
    except (OSError, ValueError, KeyError, TypeError):
        return None


def places(state: Path, office_id: str) -> tuple[Path, ...]:
    """Return the folders this machine backs an office up into; they may be unplugged."""
    try:
        item = json.loads(_places_file(state, office_id).read_text(encoding="utf-8"))
        return tuple(Path(str(place)) for place in item)
    except (OSError, ValueError, TypeError):
        return ()


def remember_places(state: Path, office_id: str, chosen: tuple[Path, ...]) -> None:
    """Keep the folders; paths are of this machine, so they stay out of the register."""
    text = json.dumps([str(place) for place in chosen], ensure_ascii=False)
    write_atomically(_places_file(state, office_id), text.encode())


def _places_file(state: Path, office_id: str) -> Path:
    return state / "backups" / f"{office_id}.places.json"


def stale(mark: Mark | None, today: date) -> bool:
    """Tell whether it is time to warn: no backup yet, or none for three days."""
    return mark is None or (today - mark.at.date()).days >= STALE_DAYS


def _check_restored(session: Session, manifest: Manifest) -> None:
    office = Office(session.office.office_id, session.office.root)
    database = session.database
    walked = Verifier(database, signing_keys(database, office)).run()
    if not walked.intact or not database.sound():
        raise StorageError("backup.copy_bad", place=str(session.folder.parent))
    row = database.one("SELECT digest FROM log WHERE seq = ?", (manifest.seq,))
    if row is None or bytes(row["digest"]) != manifest.digest:
        raise StorageError("backup.copy_bad", place=str(session.folder.parent))


def _account(backup: Path, name: str) -> str:
    accounts = keyring_file.load(backup).accounts
    if not name and accounts:
        return accounts[0].user_id
    for account in accounts:
        if account.name == name:
            return account.user_id
    raise StorageError("backup.no_account", name=name)


def _try_password(backup: Path, user_id: str, password: str, world: Environment) -> None:
    """Refuse a wrong password before anything is copied."""
    try:
        keyring_file.open_account(keyring_file.load(backup), user_id, password, world.policy)
    except StorageError as error:
        if error.code == "unlock.wrong_password":
            raise StorageError("backup.wrong_password") from None
        raise


def _write_mark(state: Path, office_id: str, mark: Mark) -> None:
    text = json.dumps({"at": mark.at.isoformat(), "place": mark.place}, ensure_ascii=False)
    write_atomically(_mark_file(state, office_id), text.encode())


def _mark_file(state: Path, office_id: str) -> Path:
    return state / "backups" / f"{office_id}.json"
