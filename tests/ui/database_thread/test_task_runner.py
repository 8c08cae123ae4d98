"""The database thread: results and errors are delivered, unless their owner was deleted."""

from __future__ import annotations

import sys
import threading

import pytest
import shiboken6
from PySide6.QtCore import QObject, Slot

from reception.domain.errors import ReceptionError
from ui.database_thread.task_runner import TaskRunner


class Desk(QObject):
    """Somebody who asks."""

    def __init__(self) -> None:
        super().__init__()
        self.got: list[object] = []
        self.errors: list[object] = []

    @Slot(object)
    def take(self, result: object) -> None:
        self.got.append(result)

    @Slot(object)
    def fail(self, error: object) -> None:
        self.errors.append(error)


@pytest.fixture
def runner(qapp):
    runner = TaskRunner()
    yield runner
    runner.stop()


def refuse() -> None:
    raise ReceptionError("desk.refused")


def test_work_runs_in_the_other_thread_in_order(runner, qtbot):
    desk = Desk()
    runner.run(threading.get_ident, then=desk.take)
    for number in range(50):
        runner.run(int, number, then=desk.take)
    assert runner.busy
    qtbot.waitUntil(lambda: len(desk.got) == 51)
    assert desk.got[0] != threading.get_ident()
    assert desk.got[1:] == list(range(50))
    assert not runner.busy


def test_an_expected_failure_goes_to_failed(runner, qtbot):
    desk = Desk()
    runner.run(refuse, then=desk.take, failed=desk.fail)
    qtbot.waitUntil(lambda: bool(desk.errors))
    assert desk.errors[0].code == "desk.refused"
    assert desk.got == []
    with qtbot.waitSignal(runner.refused) as told:
        runner.run(refuse, then=desk.take)
    assert told.args[0].code == "desk.refused"


def test_a_bug_goes_to_the_excepthook(runner, qtbot, monkeypatch):
    caught = []
    monkeypatch.setattr(sys, "excepthook", lambda *what: caught.append(what[0]))
    desk = Desk()
    with qtbot.waitSignal(runner.crashed):
        runner.run(int, "x", then=desk.take, failed=desk.fail)
    assert caught == [ValueError]
    assert desk.errors == []


def test_a_result_whose_owner_is_gone_is_dropped(runner, qtbot):
    gone, here = Desk(), Desk()
    gate = threading.Event()
    runner.run(gate.wait, 5, then=gone.take)
    runner.run(int, 1, then=here.take)
    shiboken6.delete(gone)
    gate.set()
    qtbot.waitUntil(lambda: here.got == [1])
    assert gone.got == []


def test_stop_closes_in_the_thread_after_what_waits(qapp):
    runner = TaskRunner()
    seen: list[object] = []
    runner.run(seen.append, "work")
    runner.stop(lambda: seen.append(threading.get_ident()))
    assert seen[0] == "work"
    assert seen[1] != threading.get_ident()
    runner.run(seen.append, "late")
    assert len(seen) == 2


class IdleWork:
    """Small steps for quiet times; the test tells when a step fails and how many are left."""

    def __init__(self, steps: int) -> None:
        self.left = steps
        self.done: list[str] = []
        self.fails_next = False

    def step(self) -> bool:
        if self.fails_next:
            self.fails_next = False
            raise ReceptionError("database.disk_full")
        self.done.append("step")
        self.left -= 1
        return self.left > 0


MANY = 10_000_000  # more steps than any wait of a test lets pass


def test_small_work_is_done_while_nobody_asks_and_lets_jobs_go_first(runner, qtbot):
    work, answers = IdleWork(MANY), Desk()
    runner.set_idle_step(work.step)
    qtbot.waitUntil(lambda: len(work.done) > 3)
    for _ in range(5):
        runner.run(work.done.append, "job", then=answers.take)
    qtbot.waitUntil(lambda: len(answers.got) == 5)
    first = work.done.index("job")
    assert work.done[first : first + 5] == ["job"] * 5
    # A step that fails stops the work quietly; the next job wakes it again.
    work.fails_next = True
    qtbot.waitUntil(lambda: not work.fails_next)
    stopped_at = len(work.done)
    runner.run(int, then=answers.take)
    qtbot.waitUntil(lambda: len(answers.got) == 6)
    qtbot.waitUntil(lambda: len(work.done) > stopped_at)
    work.left = 1
    qtbot.waitUntil(lambda: work.left == 0)


def test_small_work_ends_when_told(runner, qtbot):
    work, answers = IdleWork(MANY), Desk()
    runner.set_idle_step(work.step)
    qtbot.waitUntil(lambda: len(work.done) > 3)
    runner.set_idle_step(None)
    runner.run(int, then=answers.take)
    qtbot.waitUntil(lambda: len(answers.got) == 1)
    before = len(work.done)
    for number in range(2, 12):  # each job would begin the quiet time anew
        runner.run(int, then=answers.take)
        qtbot.waitUntil(lambda number=number: len(answers.got) == number)
        assert not runner._worker._idle_timer.isActive()
    assert len(work.done) == before
