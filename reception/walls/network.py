"""The wall against networks: this process and its children reach local sockets only."""

from __future__ import annotations

import ctypes
import errno
import sys
from enum import StrEnum

from reception.walls import filters

_AF_UNIX = 1
_SOCK_STREAM = 1
# The first is no family at all: a kernel without our filter says EAFNOSUPPORT to it, so EACCES is
# the filter's own mark. It comes first, so that no real socket is made before the wall is up.
# Then INET, INET6, NETLINK, PACKET, BLUETOOTH, VSOCK.
_PROBES = (0x5EC0, 2, 10, 16, 17, 31, 40)


class WallState(StrEnum):
    """What stands between this process and a network."""

    UP = "up"
    ABSENT = "absent"
    UNSUPPORTED = "unsupported"


def raise_wall() -> WallState:
    """Let sockets be of the local kind only, for this process and all it starts, for good.

    It survives exec, needs no privilege, and a second call adds nothing. Where no filter can be
    written (Windows, other processors) nothing is done; the state says what was reached.
    """
    family = filters.machine()
    if family is None:
        return WallState.UNSUPPORTED
    if wall_state() is not WallState.UP:
        filters.install(family, _filter(family))
    return wall_state()


def wall_state() -> WallState:
    """Try one socket of every outside family, and tell whether the wall refused each."""
    if sys.platform != "linux":
        return WallState.UNSUPPORTED
    libc = ctypes.CDLL(None, use_errno=True)
    if all(_refused(libc, family) for family in _PROBES):
        return WallState.UP
    return WallState.ABSENT if filters.machine() else WallState.UNSUPPORTED


def _filter(family: filters.Machine) -> list[filters.Instruction]:
    calls = family.calls
    # A ring can make sockets without the socket call, so rings go too.
    rings = [calls[name] for name in ("io_uring_setup", "io_uring_enter", "io_uring_register")]
    return [
        *filters.preamble(family),
        *filters.answer_calls(rings, filters.refusal(errno.ENOSYS)),
        *filters.answer_argument(
            (calls["socket"], calls["socketpair"]),
            _AF_UNIX,
            equal=filters.ALLOW,
            other=filters.refusal(errno.EACCES),
        ),
        *filters.otherwise(filters.ALLOW),
    ]


def _refused(libc: ctypes.CDLL, family: int) -> bool:
    made = libc.socket(family, _SOCK_STREAM, 0)
    if made >= 0:
        libc.close(made)
        return False
    return ctypes.get_errno() == errno.EACCES
