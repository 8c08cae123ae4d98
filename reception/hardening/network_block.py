"""Network block: this process and its children can use local sockets only."""

from __future__ import annotations

import ctypes
import errno
import sys
from enum import StrEnum

from reception.hardening import seccomp_filters

_AF_UNIX = 1
_SOCK_STREAM = 1
# The first is not a family: a kernel without our filter answers EAFNOSUPPORT, so EACCES shows
# that the filter works. It comes first, so that no real socket is made without the filter.
# Then INET, INET6, NETLINK, PACKET, BLUETOOTH, VSOCK.
_PROBES = (0x5EC0, 2, 10, 16, 17, 31, 40)


class NetworkBlockState(StrEnum):
    """State of the network block."""

    UP = "up"
    ABSENT = "absent"
    UNSUPPORTED = "unsupported"


def block_network() -> NetworkBlockState:
    """Allow local sockets only, for this process and its children, permanently.

    It survives exec, needs no privilege, and a second call adds nothing. Where no filter can be
    written (Windows, other processors) nothing is done, and the returned state says so.
    """
    family = seccomp_filters.machine()
    if family is None:
        return NetworkBlockState.UNSUPPORTED
    if network_block_state() is not NetworkBlockState.UP:
        seccomp_filters.install(family, _filter(family))
    return network_block_state()


def network_block_state() -> NetworkBlockState:
    """Try one socket of every network family, and tell whether each was refused."""
    if sys.platform != "linux":
        return NetworkBlockState.UNSUPPORTED
    libc = ctypes.CDLL(None, use_errno=True)
    if all(_refused(libc, family) for family in _PROBES):
        return NetworkBlockState.UP
    return NetworkBlockState.ABSENT if seccomp_filters.machine() else NetworkBlockState.UNSUPPORTED


def _filter(family: seccomp_filters.Machine) -> list[seccomp_filters.Instruction]:
    calls = family.calls
    # io_uring can make sockets without the socket call, so it is refused too.
    io_uring_calls = [
        calls[name] for name in ("io_uring_setup", "io_uring_enter", "io_uring_register")
    ]
    return [
        *seccomp_filters.load_call_number(family),
        *seccomp_filters.decide_calls(io_uring_calls, seccomp_filters.errno_verdict(errno.ENOSYS)),
        *seccomp_filters.decide_by_first_argument(
            (calls["socket"], calls["socketpair"]),
            _AF_UNIX,
            equal=seccomp_filters.ALLOW,
            other=seccomp_filters.errno_verdict(errno.EACCES),
        ),
        *seccomp_filters.decide_other_calls(seccomp_filters.ALLOW),
    ]


def _refused(libc: ctypes.CDLL, family: int) -> bool:
    descriptor = libc.socket(family, _SOCK_STREAM, 0)
    if descriptor >= 0:
        libc.close(descriptor)
        return False
    return ctypes.get_errno() == errno.EACCES
