"""Runs tasks on the only thread that uses the database."""

from __future__ import annotations

import logging
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass

import shiboken6
from PySide6.QtCore import QObject, QThread, QTimer, Signal, Slot

from reception.domain.errors import ReceptionError

# Writes only with ``--debug``, and only the names of functions: their arguments and results may
# contain text that somebody typed.
_LOGGER = logging.getLogger("reception.database_thread")
STOP_TIMEOUT_MS = 15_000  # time that the queued jobs get to end
IDLE_MS = 400  # pause after the last job before idle steps begin


@dataclass(frozen=True, slots=True, repr=False)
class _Job:
    number: int
    function: Callable[..., object]
    args: tuple[object, ...]


@dataclass(frozen=True, slots=True, repr=False)
class _Outcome:
    number: int
    result: object
    error: BaseException | None


@dataclass(frozen=True, slots=True)
class _Caller:
    then: Callable[..., object] | None
    failed: Callable[..., object] | None
    owner: QObject | None

    def is_deleted(self) -> bool:
        return self.owner is not None and not shiboken6.isValid(self.owner)


class _Worker(QObject):
    """Lives on the database thread; runs one job after another, in the order of the requests."""

    done = Signal(object)

    def __init__(self) -> None:
        super().__init__()
        self.after_job: Callable[[], object] | None = None
        self.idle_step: Callable[[], bool] | None = None
        self._idle_timer = QTimer(self)
        self._idle_timer.setSingleShot(True)
        self._idle_timer.timeout.connect(self._run_idle_step)

    @Slot(object)
    def run_job(self, job: _Job) -> None:
        started_at = time.perf_counter()
        try:
            result, error = job.function(*job.args), None
        except BaseException as caught:
            result, error = None, caught
        milliseconds = 1000 * (time.perf_counter() - started_at)
        _LOGGER.debug(
            "%s: %.1f ms%s", _function_name(job.function), milliseconds, _error_name(error)
        )
        self.done.emit(_Outcome(job.number, result, error))
        if self.after_job is not None:
            self.after_job()
        if self.idle_step is not None:
            self._idle_timer.start(IDLE_MS)

    @Slot()
    def _run_idle_step(self) -> None:
        # Jobs are posted events, which are handled before timers: they wait for one step at most.
        step = self.idle_step
        if step is None:
            return
        try:
            has_more = step()
        except BaseException as caught:  # e.g. a full disk: repeated after the next job
            self.done.emit(_Outcome(0, None, caught))
            return
        if has_more:
            self._idle_timer.start(0)


class TaskRunner(QObject):
    """Runs functions on the database thread and passes results to callbacks on the window's thread.

    ``refused(error)``: a ReceptionError without ``failed`` callback; ``crashed(error)``: any other
    exception, also passed to ``sys.excepthook``; ``busy_changed(bool)``; ``error_seen(error)``: any
    ReceptionError, before its callback.
    """

    refused = Signal(object)
    error_seen = Signal(object)
    crashed = Signal(object)
    busy_changed = Signal(bool)
    _requested = Signal(object)

    def __init__(self, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._callers: dict[int, _Caller] = {}
        self._last_number = 0
        self._open = True
        self._thread = QThread(self)
        self._thread.setObjectName("database")
        self._worker = _Worker()
        self._worker.moveToThread(self._thread)
        self._requested.connect(self._worker.run_job)
        self._worker.done.connect(self._finish)
        self._thread.finished.connect(self._worker.deleteLater)
        self._thread.start()

    @property
    def busy(self) -> bool:
        """Tell whether a job is queued or running."""
        return bool(self._callers)

    def run(
        self,
        function: Callable[..., object],
        *args: object,
        then: Callable[..., object] | None = None,
        failed: Callable[..., object] | None = None,
        owner: QObject | None = None,
    ) -> None:
        """Call ``function(*args)`` on the thread, then ``then(result)`` or ``failed(error)`` here.

        The default of ``owner`` is the object of the bound method. Results for an owner that was
        deleted are dropped. After ``stop`` the call is ignored.
        """
        if not self._open:
            return
        self._last_number += 1
        number = self._last_number
        self._callers[number] = _Caller(then, failed, owner or _owner(then) or _owner(failed))
        if len(self._callers) == 1:
            self.busy_changed.emit(True)
        self._requested.emit(_Job(number, function, args))

    def set_after_job(self, function: Callable[[], object] | None) -> None:
        """Call ``function`` on the database thread after each job, when its result was sent."""
        self._worker.after_job = function

    def set_idle_step(self, step: Callable[[], bool] | None) -> None:
        """Call ``step``, which must be short, while no job is queued, until it returns False."""
        self._worker.idle_step = step
        if step is not None:
            self.run(_empty_job)

    def stop(self, close: Callable[[], object] | None = None) -> None:
        """Accept no more jobs, run ``close`` after the queued ones, and end the thread."""
        if not self._open:
            return
        self._open = False
        self._worker.idle_step = None
        if close is not None:
            self._requested.emit(_Job(0, close, ()))
        # quit() ends the event loop; it is queued, so that the jobs before it are still run.
        self._requested.emit(_Job(0, self._thread.quit, ()))
        self._thread.wait(STOP_TIMEOUT_MS)
        self._callers.clear()

    @Slot(object)
    def _finish(self, outcome: _Outcome) -> None:
        caller = self._callers.pop(outcome.number, None)
        if not self._callers and caller is not None:
            self.busy_changed.emit(False)
        is_wanted = caller is not None and not caller.is_deleted()
        if outcome.error is not None:
            self._report(outcome.error, caller if is_wanted else None)
        elif caller is not None and is_wanted and caller.then is not None:
            caller.then(outcome.result)

    def _report(self, error: BaseException, caller: _Caller | None) -> None:
        """Report an error; ``caller`` is None for an idle step and when nobody waits any more."""
        if not isinstance(error, ReceptionError):
            self._crash(error)
            return
        self.error_seen.emit(error)
        if caller is None:
            return
        if caller.failed is not None:
            caller.failed(error)
        else:
            self.refused.emit(error)

    def _crash(self, error: BaseException) -> None:
        self.crashed.emit(error)
        sys.excepthook(type(error), error, error.__traceback__)


def _function_name(function: Callable[..., object]) -> str:
    """Return the qualified name of a function; for a partial, of the function in it."""
    inner = getattr(function, "func", function)
    return str(getattr(inner, "__qualname__", type(inner).__qualname__))


def _error_name(error: BaseException | None) -> str:
    return f", {type(error).__name__}" if error is not None else ""


def _empty_job() -> None:
    """Do nothing: idle steps begin after a job, so one has to run."""


def _owner(method: Callable[..., object] | None) -> QObject | None:
    owner = getattr(method, "__self__", None)
    return owner if isinstance(owner, QObject) else None
