"""Any sequence of acts on accounts and keys: exactly those with the right can open identities."""

from __future__ import annotations

import tempfile
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, invariant, precondition, rule

from reception.bootstrap import Reception, create_services
from reception.domain.errors import InvalidInput, StorageError
from reception.domain.petition import PetitionKind
from reception.domain.staff import Right, Role
from reception.services.access.session import Session
from reception.services.access.unlocking import unlock
from reception.services.office.office_setup import NewMember
from reception.services.staff.account_list import AccountSummary
from reception.storage.crypto import keyring as keyring_file
from reception.storage.crypto.keyring import UserKeys
from reception.storage.staff.signed_members import DESK, PROTECTED, granted_private_keys
from reception.storage.visits.sealed_identities import open_part
from tests.fixtures.office import COLLEAGUE, CUSTODIAN, HEAD, OFFICER, PASSWORDS, build_office
from tests.fixtures.visit_forms import PERSON, visit_form

PERSON_INDEX = st.integers(0, 5)
REASON = "Phân công lại theo quyết định mới"
DRAWN = "thuyền nan 7 mái chèo 93 gốc sung"
ENOUGH = 7
PrivateKeys = dict[tuple[str, int], bytes]


class Staffs(RuleBasedStateMachine):
    """Acts of the head, and of custodians with the head's password."""

    def __init__(self) -> None:
        """Open an office as its head."""
        super().__init__()
        self._room = tempfile.TemporaryDirectory()
        self.office = build_office(Path(self._room.name))
        self.head = create_services(self.office.open(HEAD))
        names = (OFFICER, COLLEAGUE, CUSTODIAN)
        self.passwords = {self.office.user_id(name): PASSWORDS[name] for name in names}
        self.visits: dict[int, bool] = {}  # visit -> sealed to custodians alone
        self.kept: list[tuple[str, UserKeys, PrivateKeys]] = []  # copies kept by offboarded staff
        self.gone: set[str] = set()
        self.added = 0

    def teardown(self) -> None:
        """Finish all offboardings, verify the log, unlock as everybody."""
        assert self.head.log_verification.verify().findings == ()
        for user_id, person in self.people().items():
            if person.active and user_id in self.passwords:
                self.open(user_id).close()
        self.head.session.database.close()
        self._room.cleanup()

    def people(self) -> dict[str, AccountSummary]:
        """Return the list of accounts."""
        return {one.user_id: one for one in self.head.staff.accounts.summaries()}

    def pick(self, who: int, *, active: bool | None = True) -> str | None:
        """Return an account that is neither the head's nor offboarded."""
        people = self.people()
        fit = [
            user_id
            for user_id in sorted(self.passwords)
            if user_id not in self.gone and active in (None, people[user_id].active)
        ]
        return fit[who % len(fit)] if fit else None

    def open(self, user_id: str) -> Session:
        """Unlock with the present password of an account."""
        return unlock(self.office.folder, user_id, self.passwords[user_id], self.office.environment)

    def custodian(self) -> Reception | None:
        """Open a session of an account with the vault key ``protected``."""
        for user_id, person in self.people().items():
            if person.holds_protected and person.active and user_id in self.passwords:
                return create_services(self.open(user_id))
        return None

    @precondition(lambda self: len(self.visits) < ENOUGH)
    @rule(protected=st.booleans())
    def seal(self, protected: bool) -> None:
        """Take a visit in."""
        kind = PetitionKind.DENUNCIATION if protected else PetitionKind.COMPLAINT
        self.visits[self.head.intake.seal_visit(visit_form(kind)).visit.visit_id] = protected

    @precondition(lambda self: self.added < 2)
    @rule()
    def add(self) -> None:
        """Add an account."""
        self.added += 1
        new = NewMember(f"Người Mới {self.added}", Role.OFFICER, DRAWN)
        self.passwords[self.head.staff.accounts.add(new)] = DRAWN

    @rule(
        who=PERSON_INDEX,
        right=st.sampled_from([Right.REVEAL, Right.IMPORT, Right.READ_DENUNCIATION]),
    )
    def tick(self, who: int, right: Right) -> None:
        """Give or take a right."""
        user_id = self.pick(who)
        if user_id is not None:
            rights = self.people()[user_id].rights
            self.head.staff.rights.change(user_id, rights ^ {right}, rights)

    @rule(who=PERSON_INDEX)
    def pause(self, who: int) -> None:
        """Suspend or reinstate an account."""
        user_id = self.pick(who, active=None)
        if user_id is None:
            return
        accounts = self.head.staff.accounts
        (accounts.suspend if self.people()[user_id].active else accounts.reinstate)(user_id)

    @rule(who=PERSON_INDEX)
    def renew_password(self, who: int) -> None:
        """Set a new password, with new keys."""
        user_id = self.pick(who)
        if user_id is not None:
            self.head.staff.accounts.set_new_password(user_id, DRAWN)
            self.passwords[user_id] = DRAWN

    @rule(who=PERSON_INDEX, grant=st.booleans())
    def custody(self, who: int, grant: bool) -> None:
        """Give or withdraw custody in a custodian's session; carry out the tasks there."""
        user_id, there = self.pick(who), self.custodian()
        if there is None:
            return
        acts = there.staff.custody
        try:
            if acts.tasks():
                acts.carry_out_tasks(PASSWORDS[HEAD])
            elif user_id is not None:
                (acts.grant if grant else acts.revoke)(user_id, PASSWORDS[HEAD], REASON)
        except InvalidInput as error:
            if error.code not in {"custody.has_it", "custody.has_none", "custody.last"}:
                raise
        there.session.close()

    @rule(who=PERSON_INDEX)
    def leave(self, who: int) -> None:
        """Offboard a person as far as possible; the person keeps copies of the files."""
        user_id = self.pick(who)
        if user_id is None:
            return
        session = self.open(user_id)
        private_keys = granted_private_keys(session.database, session.office, user_id, session.keys)
        kept = (user_id, session.keys, private_keys)
        session.close()
        state = self.head.staff.offboarding.begin(user_id)
        while set(state.remaining_steps) - set(state.blocked_steps):
            state = self.head.staff.offboarding.do_next_step(user_id)
        self.gone.add(user_id)
        self.kept.append(kept)

    @invariant()
    def who_may_opens(self) -> None:
        """Each account opens exactly what its rights allow; ended ones open nothing."""
        waits = self.head.staff.custody.tasks()
        for user_id, person in self.people().items():
            if user_id not in self.passwords:
                continue
            if not person.active:
                with pytest.raises(StorageError, match=r"unlock\.shut_out|keyring\.unknown"):
                    self.open(user_id)
                continue
            session = self.open(user_id)
            private_keys = granted_private_keys(
                session.database, session.office, user_id, session.keys
            )
            desk, custody = Right.REVEAL in person.rights, person.holds_protected
            held = {name for name, holds in ((DESK, desk), (PROTECTED, custody)) if holds}
            assert {vault for vault, _ in private_keys} == held
            for visit, protected in self.visits.items():
                vault = PROTECTED if protected else DESK
                mine = {key_id: key for key_id, key in private_keys.items() if key_id[0] == vault}
                part = open_part(session.database, session.office.office_id, visit, mine)
                assert (part is not None) == (custody if protected else desk)
                assert part is None or part.identity == PERSON
            session.close()
        if not waits.needs_rotation:
            self._leavers_open_nothing()

    def _leavers_open_nothing(self) -> None:
        database = self.head.session.database
        accounts = {one.user_id for one in keyring_file.load(self.office.folder).accounts}
        for user_id, _, private_keys in self.kept:
            assert user_id not in accounts
            for visit in self.visits:
                office_id = self.head.session.office.office_id
                assert open_part(database, office_id, visit, private_keys) is None


Staffs.TestCase.settings = settings(max_examples=8, stateful_step_count=12, deadline=None)
test_staff_lives = Staffs.TestCase
