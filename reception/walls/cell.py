"""The cell for a parser: after it closes, the process may compute, read, answer and end."""

from __future__ import annotations

import errno

from reception.walls import filters

_KEPT = (
    "read", "write", "readv", "writev", "close", "dup", "lseek", "fstat", "poll", "ppoll",
    "mmap", "munmap", "mremap", "mprotect", "madvise", "brk", "futex", "sched_yield",
    "sched_getaffinity", "sysinfo", "clock_gettime", "clock_getres", "gettimeofday", "getpid",
    "gettid", "tgkill", "getrandom", "rt_sigaction", "rt_sigprocmask", "rt_sigreturn",
    "sigaltstack", "restart_syscall", "set_robust_list", "rseq", "exit", "exit_group",
)  # fmt: skip


def close_cell() -> bool:
    """Refuse (EPERM) every call but those of plain computing on what is already open.

    No file can be opened for reading or writing, nothing started, no socket made: what comes
    next must be imported before. Tells whether the cell holds; False where it cannot be built.
    """
    family = filters.machine()
    if family is None:
        return False
    kept = [family.calls[name] for name in _KEPT if name in family.calls]
    steps = [
        *filters.preamble(family),
        *filters.answer_calls(kept, filters.ALLOW),
        *filters.otherwise(filters.refusal(errno.EPERM)),
    ]
    return filters.install(family, steps)
