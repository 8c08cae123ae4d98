"""The wall against networks: this process and its children reach local sockets only."""

from __future__ import annotations

import ctypes
import errno
import sys
from enum import StrEnum

from reception.hardening import seccomp_filters

_AF_UNIX = 1
_SOCK_STREAM = 1
# The first is no family at all: a kernel without our filter says EAFNOSUPPORT to it, so EACCES is
# the filter's own mark. It comes first, so that no real socket is made before the wall is up.
# Then INET, INET6, NETLINK, PACKET, BLUETOOTH, VSOCK.
_PROBES = (0x5EC0, 2, 10, 16, 17, 31, 40)


class NetworkBlockState(StrEnum):
    """What stands between this process and a network."""

    UP = "up"
    ABSENT = "absent"
    UNSUPPORTED = "unsupported"


def block_network() -> NetworkBlockState:
    """Let sockets be of the local kind only, for this process and all it starts, for good.

    It survives exec, needs no privilege, and a second call adds nothing. Where no filter can be
    written (Windows, other processors) nothing is done; the state says what was reached.
    """
    family = seccomp_filters.machine()
    if family is None:
        return NetworkBlockState.UNSUPPORTED
    if network_block_state() is not NetworkBlockState.UP:
        seccomp_filters.install(family, _filter(family))
    return network_block_state()


def network_block_state() -> NetworkBlockState:
    """Try one socket of every outside family, and tell whether the wall refused each."""
    if sys.platform != "linux":
        return NetworkBlockState.UNSUPPORTED
    libc = ctypes.CDLL(None, use_errno=True)
    if all(_refused(libc, family) for family in _PROBES):
        return NetworkBlockState.UP
    return NetworkBlockState.ABSENT if seccomp_filters.machine() else NetworkBlockState.UNSUPPORTED


def _filter(family: seccomp_filters.Machine) -> list[seccomp_filters.Instruction]:
    calls = family.calls
    # A ring can make sockets without the socket call, so rings go too.
    rings = [calls[name] for name in ("io_uring_setup", "io_uring_enter", "io_uring_register")]
    return [
        *seccomp_filters.preamble(family),
        *seccomp_filters.answer_calls(rings, seccomp_filters.refusal(errno.ENOSYS)),
        *seccomp_filters.answer_argument(
            (calls["socket"], calls["socketpair"]),
            _AF_UNIX,
            equal=seccomp_filters.ALLOW,
            other=seccomp_filters.refusal(errno.EACCES),
        ),
        *seccomp_filters.otherwise(seccomp_filters.ALLOW),
    ]


def _refused(libc: ctypes.CDLL, family: int) -> bool:
    made = libc.socket(family, _SOCK_STREAM, 0)
    if made >= 0:
        libc.close(made)
        return False
    return ctypes.get_errno() == errno.EACCES
