"""The one thread that owns the database, and the way the window asks it for work."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from reception.domain.errors import ReceptionError

# Silent but for ``--debug``. Names of functions only: arguments and results hold what was typed.
_LOGGER = logging.getLogger("reception.database_thread")
STOP_MS = 15_000
IDLE_MS = 400  # quiet after the last job before small work begins


@dataclass(frozen=True, slots=True)
class _Job:
    number: int
    function: Callable[..., object]
    args: tuple[object, ...]


@dataclass(frozen=True, slots=True)
class _Outcome:
    number: int
    result: object
    error: BaseException | None


@dataclass(frozen=True, slots=True)
class _Caller:
    then: Callable[..., object] | None
    failed: Callable[..., object] | None
    owner: QObject | None

    def gone(self) -> bool:
        return self.owner is not None and not shiboken6.isValid(self.owner)


class _Worker(QObject):
    """Lives in the thread; does one job after another, in order of asking."""

    done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.afterwards: Callable[[], object] | None = None
        self.idle: Callable[[], bool] | None = None
        self._quiet = QTimer(self)
        self._quiet.setSingleShot(True)
        self._quiet.timeout.connect(self._small_step)

    @Slot(object)
    def take(self, job: _Job) -> None:
        began = time.perf_counter()
        try:
            result, error = job.function(*job.args), None
        except BaseException as caught:
            result, error = None, caught
        milliseconds = 1000 * (time.perf_counter() - began)
        _LOGGER.debug("%s: %.1f ms%s", _name(job.function), milliseconds, _kind(error))
        self.done.emit(_Outcome(job.number, result, error))
        if self.afterwards is not None:
            self.afterwards()
        if self.idle is not None:
            self._quiet.start(IDLE_MS)

    @Slot()
    def _small_step(self) -> None:
        # Jobs come as posted events, which go before timers: they wait for one step at most.
        step = self.idle
        if step is None:
            return
        try:
            more = step()
        except BaseException as caught:  # a full disk: tried again after the next job
            self.done.emit(_Outcome(0, None, caught))
            return
        if more:
            self._quiet.start(0)


class TaskRunner(QObject):
    """Runs functions in the database's thread and hands results back to bound methods.

    ``refused`` carries a ReceptionError nobody took with ``failed``; ``crashed`` any other
    exception, which has also gone to ``sys.excepthook``; ``busy_changed`` True/False.
    """

    refused = Signal(object)
    crashed = Signal(object)
    busy_changed = Signal(bool)
    _asked = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        """Start the thread."""
        super().__init__(parent)
        self._callers: dict[int, _Caller] = {}
        self._next = 0
        self._open = True
        self._thread = QThread(self)
        self._thread.setObjectName("database")
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._asked.connect(self._worker.take)
        self._worker.done.connect(self._finish)
        self._thread.finished.connect(self._worker.deleteLater)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Say whether a job is waiting or running."""
        return bool(self._callers)

    def run(
        self,
        function: Callable[..., object],
        *args: object,
        then: Callable[..., object] | None = None,
        failed: Callable[..., object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Call ``function(*args)`` in the thread, then ``then(result)`` or ``failed(error)`` here.

        Without ``owner`` the object of the bound method is it; a result whose owner is gone
        is dropped. After ``stop`` nothing more is taken.
        """
        if not self._open:
            return
        self._next += 1
        self._callers[self._next] = _Caller(then, failed, owner or _owner(then) or _owner(failed))
        if len(self._callers) == 1:
            self.busy_changed.emit(True)
        self._asked.emit(_Job(self._next, function, args))

    def set_afterwards(self, function: Callable[[], object] | None) -> None:
        """Call ``function`` in the thread after each job, once its answer is on the way."""
        self._worker.afterwards = function

    def set_idle(self, step: Callable[[], bool] | None) -> None:
        """Call ``step`` in the thread while no job waits; it is short, and says if more waits."""
        self._worker.idle = step
        if step is not None:
            self.run(_nothing)

    def stop(self, close: Callable[[], object] | None = None) -> None:
        """Take no more work, run ``close`` in the thread after what waits, and end the thread."""
        if not self._open:
            return
        self._open = False
        self._worker.idle = None
        if close is not None:
            self._asked.emit(_Job(0, close, ()))
        # quit() only leaves the loop; queued jobs before it are done because it is queued too.
        self._asked.emit(_Job(0, self._thread.quit, ()))
        self._thread.wait(STOP_MS)
        self._callers.clear()

    @Slot(object)
    def _finish(self, outcome: _Outcome) -> None:
        caller = self._callers.pop(outcome.number, None)
        if not self._callers and caller is not None:
            self.busy_changed.emit(False)
        if caller is None or caller.gone():
            if outcome.error is not None and not isinstance(outcome.error, ReceptionError):
                self._crash(outcome.error)
            return
        if outcome.error is None:
            if caller.then is not None:
                caller.then(outcome.result)
        elif not isinstance(outcome.error, ReceptionError):
            self._crash(outcome.error)
        elif caller.failed is not None:
            caller.failed(outcome.error)
        else:
            self.refused.emit(outcome.error)

    def _crash(self, error: BaseException) -> None:
        self.crashed.emit(error)
        sys.excepthook(type(error), error, error.__traceback__)


def _name(function: Callable[..., object]) -> str:
    """Return the qualified name, of the function inside a partial too."""
    inner = getattr(function, "func", function)
    return str(getattr(inner, "__qualname__", type(inner).__qualname__))


def _kind(error: BaseException | None) -> str:
    return f", {type(error).__name__}" if error is not None else ""


def _nothing() -> None:
    """Wake the thread, so that small work begins."""


def _owner(method: Callable[..., object] | None) -> QObject | None:
    holder = getattr(method, "__self__", None)
    return holder if isinstance(holder, QObject) else None
