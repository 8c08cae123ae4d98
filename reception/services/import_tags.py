"""Blind tags of imported visits: slow to make, so they follow the import in small steps."""

from __future__ import annotations

from collections import deque

from reception.domain.audit import Act
from reception.domain.reporter import Identity
from reception.services.session import Session
from reception.services.tags import TagMaker, Tags

_BATCH = 50


class TagQueue:
    """Identities of ordinary imported visits, in memory only, until their tags are written.

    What waits when the program locks or ends gets no tag: that visit is then not found again
    when its person comes back, and nothing else is lost. Keeping the identities anywhere else
    would cost more than that. Denunciations never come here.
    """

    def __init__(self, session: Session) -> None:
        """Work in one session; nothing waits."""
        self._session = session
        self._maker = TagMaker(session.database, session.environment.policy.tag)
        self._waiting: deque[tuple[int, Identity]] = deque()
        self._made: list[tuple[int, Tags]] = []

    def add(self, visit_id: int, identity: Identity) -> None:
        """Let a sealed visit wait for its tags."""
        self._waiting.append((visit_id, identity))

    def step(self, most: int = 1) -> int:
        """Make the tags of at most ``most`` visits (some 100 ms each); return how many wait."""
        for _ in range(min(most, len(self._waiting))):
            visit_id, identity = self._waiting.popleft()
            tags = self._maker.make(identity)
            if tags.values:
                self._made.append((visit_id, tags))
        if self._made and (len(self._made) >= _BATCH or not self._waiting):
            self._write()
        return len(self._waiting)

    def _write(self) -> None:
        with self._session.act() as work:
            for visit_id, tags in self._made:
                for kind, tag in tags.values:
                    work.insert("blind_tag", {"visit_id": visit_id, "kind": kind, "tag": tag})
            work.log(Act.TAGGED, visits=len(self._made))
        self._made.clear()
