"""The opening of granted reveal requests, for the services that show or print an identity."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from reception.domain.audit import Act, visit_subject
from reception.domain.errors import ReceptionError, StorageError
from reception.domain.reveal_request import RequestState
from reception.services.disclosure.custodian_reveals import refuse_while_open
from reception.services.disclosure.opened_identity import OpenedIdentity
from reception.services.disclosure.reveal_conditions import check_conditions
from reception.services.disclosure.reveal_request_list import (
    RevealRequestList,
    is_protected_request,
)
from reception.services.disclosure.unsealing import check_identity_seal
from reception.services.disclosure.version_writers import VersionWriter, version_writers
from reception.storage.audit.identity_versions import last_entry_about_request
from reception.storage.unit_of_work import UnitOfWork
from reception.storage.visits import reveal_request_rows as request_rows


class GrantedOpenings(RevealRequestList):
    """Opens what was granted to the signed-in person, once; no window gets this object."""

    @contextmanager
    def open_granted(self, request_id: str) -> Iterator[tuple[Any, OpenedIdentity]]:
        """Yield (row, identity) of a granted request; destroy its key after a block without error.

        For papers: ``reveal.denouncer`` for a request that a custodian granted. The identity is the
        one that was granted: later versions, and their writers, are not in it. Inside the block the
        caller must call :meth:`record_opening` before it shows or prints anything.
        """
        if is_protected_request(self._own_row(request_id)):
            raise ReceptionError("reveal.denouncer")
        with self.opened(request_id) as row_and_identity:
            yield row_and_identity

    @contextmanager
    def opened(self, request_id: str) -> Iterator[tuple[Any, OpenedIdentity]]:
        """Yield the same to be shown, also for a request that a custodian granted."""
        check_conditions(self._session)
        row = self._own_row(request_id)
        if row["state"] != RequestState.GRANTED:
            raise ReceptionError("request.not_granted")
        self._check_signature(row)
        if is_protected_request(row):
            self._refuse_while_open(row["visit_id"])
        self._session.require_walked_log()
        private = self._key_files.open(request_id, self._session.keys.box_private)
        if private is None or not request_rows.has_grant(self._session.database, request_id):
            raise ReceptionError("request.key_gone")
        try:
            identity = request_rows.open_grant(self._session.database, row, private)
        except StorageError:
            raise ReceptionError("reveal.seal_changed") from None
        yield row, OpenedIdentity(identity, self._pseudonym_code(row), self._writers(row))
        self._key_files.remove(request_id)

    def record_opening(self, work: UnitOfWork, row: Any, **facts: str) -> None:
        """End a request as opened, and log the reveal with the person who approved it.

        Errors: ``request.ended`` if another session has ended it in the meantime.
        """
        present = request_rows.read_request(work.database, row["request_id"])
        if present is None or present["state"] != RequestState.GRANTED:
            raise ReceptionError("request.ended")
        is_protected = is_protected_request(present)
        if is_protected:
            self._refuse_while_open(row["visit_id"])
        request_rows.end_request(work, row["request_id"], RequestState.OPENED)
        work.log(
            Act.PROTECTED_REVEALED if is_protected else Act.REVEALED,
            visit_subject(row["visit_id"]),
            request=row["request_id"],
            reason=row["reason"],
            parts=row["parts"].split(),
            approved=row["decided_by"],
            **facts,
        )

    def _refuse_while_open(self, visit_id: int) -> None:
        now = self._session.environment.clock.now()
        refuse_while_open(self._session.database, visit_id, now)

    def _writers(self, row: Any) -> tuple[VersionWriter, ...]:
        """Return who wrote the versions that there were when the request was granted."""
        session, visit_id = self._session, row["visit_id"]
        check_identity_seal(session, visit_id)
        granted_in = last_entry_about_request(session.database, row["request_id"])
        return version_writers(session, visit_id, before_entry=granted_in)
