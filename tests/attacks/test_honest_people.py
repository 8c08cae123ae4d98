"""Honest people are never refused, in any order of acts, power cuts and sessions side by side."""

from __future__ import annotations

import os
import shutil
import tempfile
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from functools import partial
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from reception.bootstrap import Reception, create_services
from reception.domain.errors import ReceptionError
from reception.domain.petition import PetitionKind
from reception.domain.reveal_request import RefusalNote, RequestState
from reception.domain.staff import Right, Role
from reception.domain.visit_lifecycle import Answer, AnswerChannel
from reception.services.access.pre_unlock_state import finish_restore
from reception.services.access.unlocking import unlock
from reception.services.backup.backup_inspection import RestoreActor
from reception.services.backup.restore import restore
from reception.services.key_rotation.vault_key_rotation import rotate_desk_vault
from reception.services.office.office_setup import NewMember
from reception.services.visit_lifecycle.lifecycle_rules import ChangeReason
from reception.services.visits.visit_form import VisitForm
from tests.fixtures.office import (
    COLLEAGUE,
    CUSTODIAN,
    HEAD,
    OFFICER,
    PASSWORDS,
    build_office,
)
from tests.fixtures.protected_visits import SELECTION, seal_denunciation
from tests.fixtures.visit_forms import visit_form

# The log is verified before a denunciation is sealed.
KINDS = (PetitionKind.COMPLAINT, PetitionKind.DENUNCIATION)
STAFF = (HEAD, OFFICER, COLLEAGUE, CUSTODIAN)
NEW_PASSWORDS = ("thuyền nan 7 mái chèo 93 gốc sung", "ghềnh 5 thác 38 bè nứa trôi xuôi")
REASON = "Trưởng ban quyết định theo phân công tháng này"
# A session learns of these when the head has changed its person meanwhile.
_EXPECTED = (
    "unlock.shut_out",
    "keyring.account_changed",
    "rights.missing",
    "accounts.",
    "custody.",
    "reader.",
    # A visit was lost by a restore, may not be read, was voided or changed by another session.
    "life.unknown_visit",
    "life.voided",
    "life.changed_meanwhile",
)
# Somebody else answered, took over custody or restored a backup meanwhile.
_EXPECTED_OF_OPENINGS = ("request.", "reveal.still_open", "reveal.no_visit", "notice.gone")


class PowerCut(BaseException):
    """Raised at a write to the disk; everything in memory is lost with it."""


@contextmanager
def power_cut_at(write: int) -> Iterator[None]:
    """Cut the power at the ``write``-th flush or rename of a small file; 0: never."""
    remaining = write
    real_fsync, real_replace = os.fsync, Path.replace

    def count() -> None:
        nonlocal remaining
        remaining -= 1
        if remaining == 0:
            raise PowerCut

    def fsync(handle: int) -> None:
        count()
        real_fsync(handle)

    def replace(path: Path, target: Path) -> Path:
        count()
        return real_replace(path, target)

    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(os, "fsync", fsync)
        patch.setattr(Path, "replace", replace)
        yield


class HonestOffice(RuleBasedStateMachine):
    """An office in which everybody does what the program offers, and the power fails at times."""

    @initialize()
    def set_up(self) -> None:
        self.folder = Path(tempfile.mkdtemp())
        self.office = build_office(self.folder)
        self.sessions: dict[str, Reception] = {}
        self.suspended: set[str] = set()
        self.passwords = dict(PASSWORDS)
        self.user_ids = {name: self.office.user_id(name) for name in STAFF}
        self.backups: list[Path] = []
        self.denunciations: list[int] = []
        self.step = 0

    def teardown(self) -> None:
        for name in STAFF:
            self.drop(name)
        try:
            for name in STAFF:
                if name not in self.suspended:
                    self.open(name)
            head = self.sessions.get(HEAD)
            assert head is not None
            verification = head.log_verification.verify()
            assert verification.intact, verification
        finally:
            for name in STAFF:
                self.drop(name)
            shutil.rmtree(self.folder)

    @rule(name=st.sampled_from(STAFF), cut=st.integers(0, 4))
    def unlock(self, name: str, cut: int) -> None:
        if name not in self.suspended:
            self.drop(name)
            self.attempt(name, lambda: self.open(name), cut)

    @rule(name=st.sampled_from(STAFF))
    def close(self, name: str) -> None:
        reception = self.sessions.pop(name, None)
        if reception is not None:
            reception.session.close()

    @rule(name=st.sampled_from(STAFF), kind=st.sampled_from(KINDS))
    def enter_visit(self, name: str, kind: PetitionKind) -> None:
        if name in self.sessions:
            form: VisitForm = visit_form(kind)
            self.attempt(name, lambda: self.seal(name, form))

    def seal(self, name: str, form: VisitForm) -> None:
        visit = self.sessions[name].intake.seal_visit(form).visit
        if form.kind is PetitionKind.DENUNCIATION:
            self.denunciations.append(visit.visit_id)

    @precondition(lambda self: bool(self.denunciations))
    @rule(name=st.sampled_from(STAFF), index=st.integers(0, 9), days=st.integers(0, 2))
    def change_denunciation(self, name: str, index: int, days: int) -> None:
        """Void one that one reads, or answer one; a day or two may pass before."""
        self.office.clock.move(days=days)
        visit_id = self.denunciations[index % len(self.denunciations)]
        if name not in self.sessions:
            return
        lifecycle = self.sessions[name].lifecycle
        today = self.office.clock.at.date()
        answer = Answer(today, AnswerChannel.LETTER, "45/TB")
        reason = ChangeReason("twice", "Trùng lượt trước, ghi hai lần")
        count = lifecycle.event_count(visit_id)
        if index % 2:
            self.attempt(name, lambda: lifecycle.answer(visit_id, answer, count))
        else:
            self.attempt(name, lambda: lifecycle.void(visit_id, reason, count))

    @precondition(lambda self: bool(self.denunciations))
    @rule(name=st.sampled_from(STAFF), index=st.integers(0, 9), take_back=st.booleans())
    def hand_on(self, name: str, index: int, take_back: bool) -> None:
        visit_id = self.denunciations[index % len(self.denunciations)]
        if name not in self.sessions:
            return
        hand_overs = self.sessions[name].hand_overs
        colleague = self.colleague_id()
        if take_back:
            self.attempt(name, lambda: hand_overs.take_back(visit_id))
        else:
            self.attempt(name, lambda: hand_overs.hand_on(visit_id, colleague))

    @rule(name=st.sampled_from((OFFICER, COLLEAGUE)))
    def enter_named_denunciation(self, name: str) -> None:
        if name in self.sessions:
            denunciations, session = self.denunciations, self.sessions[name]
            self.attempt(name, lambda: denunciations.append(seal_denunciation(session)))

    @precondition(lambda self: bool(self.denunciations))
    @rule(name=st.sampled_from((OFFICER, COLLEAGUE, HEAD)), index=st.integers(0, 3))
    def ask_for_denouncer(self, name: str, index: int) -> None:
        if name in self.sessions:
            visit = self.denunciations[index % len(self.denunciations)]
            requests = self.sessions[name].reveal_requests
            self.attempt(name, lambda: requests.ask(visit, SELECTION))

    @rule(name=st.sampled_from((CUSTODIAN, OFFICER)), grants=st.booleans())
    def answer_requests(self, name: str, grants: bool) -> None:
        if name not in self.sessions:
            return
        decisions = self.sessions[name].reveal_decisions
        for request in decisions.requests_to_decide():
            request_id, parts = request.request_id, request.parts
            if grants:
                self.attempt(name, partial(decisions.grant, request_id, parts))
            else:
                self.attempt(name, partial(decisions.refuse, request_id, RefusalNote.DISCUSS))

    @rule(name=st.sampled_from((OFFICER, COLLEAGUE, HEAD)))
    def open_granted_requests(self, name: str) -> None:
        if name not in self.sessions:
            return
        requests = self.sessions[name].reveal_requests
        for request in requests.own_requests():
            if request.state is RequestState.GRANTED:
                self.attempt(name, partial(requests.open, request.request_id))

    @precondition(lambda self: bool(self.denunciations))
    @rule(name=st.sampled_from((CUSTODIAN, OFFICER)), index=st.integers(0, 3))
    def open_denouncer_alone(self, name: str, index: int) -> None:
        if name in self.sessions:
            visit = self.denunciations[index % len(self.denunciations)]
            reveals, password = self.sessions[name].custodian_reveals, self.passwords[name]
            self.attempt(name, lambda: reveals.open(visit, SELECTION, password))

    @rule(name=st.sampled_from(STAFF), days=st.integers(0, 1))
    def look_at_list(self, name: str, days: int) -> None:
        """Requests expire with their day; the head and the custodian note what they see."""
        if name not in self.sessions:
            return
        self.office.clock.move(days=days)
        reception = self.sessions[name]
        self.attempt(name, reception.todo_list.read)
        for notice in reception.opening_notices.unseen():
            self.attempt(name, partial(reception.opening_notices.note, notice.entry))
        for request in reception.reveal_decisions.unseen_expired_requests():
            note = reception.reveal_decisions.note_expired
            self.attempt(name, partial(note, request.request_id))

    @precondition(lambda self: HEAD in self.sessions)
    @rule(
        right=st.sampled_from([Right.REVEAL, Right.IMPORT, Right.READ_DENUNCIATION]),
        cut=st.integers(0, 4),
    )
    def change_rights(self, right: Right, cut: int) -> None:
        head = self.sessions[HEAD]

        def change() -> None:
            user_id = self.colleague_id()
            before = head.session.people[user_id].rights
            head.staff.rights.change(user_id, before ^ {right}, before)

        self.attempt(HEAD, change, cut)

    @precondition(lambda self: HEAD in self.sessions)
    @rule(cut=st.integers(0, 4))
    def suspend_or_reinstate(self, cut: int) -> None:
        accounts = self.sessions[HEAD].staff.accounts
        user_id = self.colleague_id()
        if COLLEAGUE in self.suspended:
            done = self.attempt(HEAD, lambda: accounts.reinstate(user_id), cut)
            self.suspended -= {COLLEAGUE} if done else set()
        else:
            self.suspended.add(COLLEAGUE)  # after a power cut one may be shut out already
            self.attempt(HEAD, lambda: accounts.suspend(user_id), cut)

    @precondition(lambda self: CUSTODIAN in self.sessions)
    @rule(give=st.booleans(), cut=st.integers(0, 4))
    def change_custody(self, give: bool, cut: int) -> None:
        custody = self.sessions[CUSTODIAN].staff.custody
        act = custody.grant if give else custody.revoke
        user_id = self.user_ids[OFFICER]
        self.attempt(CUSTODIAN, lambda: act(user_id, self.passwords[HEAD], REASON), cut)

    @precondition(lambda self: HEAD in self.sessions)
    @rule(cut=st.integers(0, 4))
    def rotate_vault(self, cut: int) -> None:
        session = self.sessions[HEAD].session
        self.attempt(HEAD, lambda: rotate_desk_vault(session), cut)

    @precondition(lambda self: HEAD in self.sessions)
    @rule(cut=st.integers(0, 4))
    def set_new_password(self, cut: int) -> None:
        user_id, password = self.colleague_id(), NEW_PASSWORDS[self.step % 2]
        accounts = self.sessions[HEAD].staff.accounts
        is_suspended = COLLEAGUE in self.suspended
        self.suspended.add(COLLEAGUE)  # after a power cut neither password may open the account
        if self.attempt(HEAD, lambda: accounts.set_new_password(user_id, password), cut):
            self.passwords[COLLEAGUE] = password
            self.drop(COLLEAGUE)
            is_suspended = False
        if not is_suspended and HEAD in self.sessions:
            self.suspended -= {COLLEAGUE}

    @precondition(lambda self: HEAD in self.sessions)
    @rule(cut=st.integers(0, 12))
    def offboard(self, cut: int) -> None:
        """A new officer comes and leaves; after a power cut the next step is done later."""
        for name in STAFF[1:]:
            self.close(name)
        staff = self.sessions[HEAD].staff
        new = NewMember(f"Người mới {self.step}", Role.OFFICER, NEW_PASSWORDS[0])
        user_id = staff.accounts.add(new)
        self.attempt(HEAD, lambda: staff.offboarding.begin(user_id), cut)
        if HEAD in self.sessions:
            self.attempt(HEAD, lambda: staff.offboarding.do_next_step(user_id), cut)

    @precondition(lambda self: HEAD in self.sessions)
    @rule(cut=st.integers(0, 12))
    def continue_offboarding(self, cut: int) -> None:
        for name in STAFF[1:]:
            self.close(name)
        offboarding = self.sessions[HEAD].staff.offboarding
        for unfinished in offboarding.unfinished():
            if HEAD in self.sessions:
                user_id = unfinished.user_id
                self.attempt(HEAD, partial(offboarding.do_next_step, user_id), cut)

    @precondition(lambda self: HEAD in self.sessions)
    @rule()
    def back_up(self) -> None:
        target = self.folder / "backups"
        target.mkdir(exist_ok=True)
        self.backups.append(self.sessions[HEAD].backups.make(target).folder)

    @precondition(lambda self: bool(self.backups))
    @rule(index=st.integers(0, 3), cut=st.integers(0, 8))
    def restore_backup(self, index: int, cut: int) -> None:
        for name in STAFF:
            self.close(name)
        kept = [folder for folder in self.backups if folder.exists()]  # others were rotated out
        backup = kept[index % len(kept)]
        actor = RestoreActor(HEAD, self.passwords[HEAD])
        environment = self.office.environment
        self.attempt(
            HEAD,
            lambda: restore(backup, self.office.folder, actor, environment, in_place=True),
            cut,
        )

    @invariant()
    def nobody_is_refused(self) -> None:
        for name, reception in list(self.sessions.items()):
            if name not in self.suspended:
                reception.session.refresh()

    def colleague_id(self) -> str:
        return self.user_ids[COLLEAGUE]

    def open(self, name: str) -> None:
        finish_restore(self.office.folder)
        environment, password = self.office.environment, self.passwords[name]
        session = unlock(self.office.folder, self.user_ids[name], password, environment)
        self.sessions[name] = create_services(session)

    def attempt(self, name: str, act: Callable[[], object], cut: int = 0) -> bool:
        """Do something in somebody's session; after a power cut that session is gone."""
        self.step += 1
        self.office.clock.move(minutes=1)
        try:
            with power_cut_at(cut):
                act()
        except PowerCut:
            self.drop(name)
            return False
        except ReceptionError as error:
            self.require_expected(error)
            return False
        return True

    def require_expected(self, error: ReceptionError) -> None:
        assert error.code.startswith((*_EXPECTED, *_EXPECTED_OF_OPENINGS)), error.code

    def drop(self, name: str) -> None:
        """Let a session end without closing it, as a power cut does."""
        reception = self.sessions.pop(name, None)
        if reception is not None:
            reception.session.database.close_without_truncating_wal()


HonestOffice.TestCase.settings = settings(
    max_examples=12,
    stateful_step_count=14,
    deadline=None,
    derandomize=True,
    suppress_health_check=[HealthCheck.too_slow],
)
TestHonestOffice = HonestOffice.TestCase
