"""The people who wrote the versions of an identity, told to whoever opens it."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from reception.services.access.session import Session
from reception.storage.audit.identity_versions import read_identity_versions


@dataclass(frozen=True, slots=True)
class VersionWriter:
    """Who wrote one version of an identity, and on which day; never at which hour."""

    version: int  # 1 for the version written when the visit was sealed
    name: str  # of the member of the office
    written_on: date


@dataclass(frozen=True, slots=True)
class IdentityCorrections:
    """How many of the opened identities have later versions, and the names of their writers."""

    visits: int
    writers: tuple[str, ...]  # each once, sorted


def version_writers(
    session: Session, visit_id: int, before_entry: int | None = None
) -> tuple[VersionWriter, ...]:
    """Return the writer of each version of a visit's identity, the oldest version first.

    The caller has compared the seal with the log. ``before_entry`` leaves out versions that were
    written by this log entry or a later one.
    """
    versions = read_identity_versions(session.database, visit_id)
    people = session.people
    return tuple(
        VersionWriter(
            item.number,
            people[item.writer].name if item.writer in people else item.writer,
            item.written_on,
        )
        for item in versions
        if before_entry is None or item.entry < before_entry
    )


def identity_corrections(session: Session, visit_ids: Iterable[int]) -> IdentityCorrections:
    """Return which corrections the identities of many visits have; their seals were compared."""
    later_versions = [version_writers(session, visit_id)[1:] for visit_id in visit_ids]
    names = {writer.name for versions in later_versions for writer in versions}
    return IdentityCorrections(sum(map(bool, later_versions)), tuple(sorted(names)))
