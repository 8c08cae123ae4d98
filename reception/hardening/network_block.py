"""Network block: this process and its children can use local sockets only.

The same filter refuses the calls by which one process reads the memory or takes the descriptors of
another. It says nothing about others who trace this process: a debugger calls ptrace itself.
"""

from __future__ import annotations

import ctypes
import errno
import sys
from enum import StrEnum

from reception.hardening import seccomp_filters

_AF_UNIX = 1
_SOCK_STREAM = 1
# Address families. The first one does not exist: a kernel without our filter answers EAFNOSUPPORT,
# so EACCES shows that the filter works. It comes first, so that no real socket is made without the
# filter. The others are INET, INET6, NETLINK, PACKET, BLUETOOTH, VSOCK.
_PROBED_FAMILIES = (0x5EC0, 2, 10, 16, 17, 31, 40)
# Calls by which a process reaches into another one, or holds up the faults of its own memory.
_FOREIGN_MEMORY_CALLS = (
    "ptrace",
    "pidfd_getfd",
    "userfaultfd",
    "process_vm_readv",
    "process_vm_writev",
)


class NetworkBlockState(StrEnum):
    """Whether the kernel refuses network sockets; UNSUPPORTED where no filter can be made."""

    UP = "up"
    ABSENT = "absent"
    UNSUPPORTED = "unsupported"


def block_network() -> NetworkBlockState:
    """Allow local sockets only, for this process and its children, permanently.

    The block survives exec and needs no privilege; a second call changes nothing. Where no filter
    can be made (Windows, other processors) nothing is done, and the returned state says so.
    """
    processor_family = seccomp_filters.processor_family()
    if processor_family is None:
        return NetworkBlockState.UNSUPPORTED
    if network_block_state() is not NetworkBlockState.UP:
        seccomp_filters.install(processor_family, process_filter(processor_family))
    return network_block_state()


def network_block_state() -> NetworkBlockState:
    """Try one socket of every network family, and tell whether each was refused."""
    if sys.platform != "linux":
        return NetworkBlockState.UNSUPPORTED
    libc = ctypes.CDLL(None, use_errno=True)
    if all(_refused(libc, address_family) for address_family in _PROBED_FAMILIES):
        return NetworkBlockState.UP
    return (
        NetworkBlockState.ABSENT
        if seccomp_filters.processor_family()
        else NetworkBlockState.UNSUPPORTED
    )


def process_filter(
    processor_family: seccomp_filters.ProcessorFamily,
) -> list[seccomp_filters.Instruction]:
    """Return the filter: no network sockets, no io_uring, no access to other processes."""
    call_numbers = processor_family.call_numbers
    # io_uring can make sockets without the socket call, so it is refused too.
    io_uring_numbers = [
        call_numbers[name] for name in ("io_uring_setup", "io_uring_enter", "io_uring_register")
    ]
    foreign_memory_numbers = [call_numbers[name] for name in _FOREIGN_MEMORY_CALLS]
    return [
        *seccomp_filters.load_call_number(processor_family),
        *seccomp_filters.decide_calls(
            io_uring_numbers, seccomp_filters.errno_verdict(errno.ENOSYS)
        ),
        *seccomp_filters.decide_calls(
            foreign_memory_numbers, seccomp_filters.errno_verdict(errno.EPERM)
        ),
        *seccomp_filters.decide_by_first_argument(
            (call_numbers["socket"], call_numbers["socketpair"]),
            _AF_UNIX,
            verdict_if_equal=seccomp_filters.ALLOW,
            verdict_otherwise=seccomp_filters.errno_verdict(errno.EACCES),
        ),
        *seccomp_filters.decide_other_calls(seccomp_filters.ALLOW),
    ]


def _refused(libc: ctypes.CDLL, address_family: int) -> bool:
    descriptor = libc.socket(address_family, _SOCK_STREAM, 0)
    if descriptor >= 0:
        libc.close(descriptor)
        return False
    return ctypes.get_errno() == errno.EACCES
