"""A parser or our own process that was taken over reaches into no other process."""

from __future__ import annotations

import errno

import pytest

from reception.hardening import seccomp_filters
from reception.hardening.network_block import process_filter
from reception.hardening.parser_confinement import parser_filter
from tests.hardening.filter_machine import verdict
from tests.hardening.fresh_interpreter import run

REFUSED = seccomp_filters.errno_verdict(errno.EPERM)
ALLOWED = seccomp_filters.ALLOW
OWN, OTHER = 4321, 1234

# Numbers of the kernel's own tables: (x86_64, aarch64). Not taken from the program.
INTO_MEMORY = {
    "ptrace": (101, 117),
    "process_vm_readv": (310, 270),
    "process_vm_writev": (311, 271),
    "userfaultfd": (323, 282),
    "pidfd_getfd": (438, 438),
}
SIGNALS = {
    "kill": (62, 129),
    "tkill": (200, 130),
    "rt_sigqueueinfo": (129, 138),
    "rt_tgsigqueueinfo": (297, 240),
    "pidfd_send_signal": (424, 424),
}
TGKILL = (234, 131)
FAMILIES = [(0, seccomp_filters._X86_64), (1, seccomp_filters._AARCH64)]


@pytest.mark.parametrize(("place", "family"), FAMILIES)
def test_the_filters_of_both_processors_refuse(
    place: int, family: seccomp_filters.ProcessorFamily
) -> None:
    wall, cell = process_filter(family), parser_filter(family, OWN)
    for numbers in INTO_MEMORY.values():
        assert verdict(wall, family.audit_arch, numbers[place], 16, OTHER) == REFUSED
        assert verdict(cell, family.audit_arch, numbers[place], 16, OTHER) == REFUSED
    for numbers in SIGNALS.values():
        assert verdict(cell, family.audit_arch, numbers[place], OWN, OWN, 9) == REFUSED
    tgkill = TGKILL[place]
    assert verdict(cell, family.audit_arch, tgkill, OWN, OWN, 6) == ALLOWED
    assert verdict(wall, family.audit_arch, tgkill, OTHER, OTHER, 0) == ALLOWED
    for target in (OTHER, 1, 0, 0xFFFFFFFF, (1 << 32) | OTHER):
        assert verdict(cell, family.audit_arch, tgkill, target, OWN, 6) == REFUSED


# Every call is made with arguments that would succeed without the filter.
TRY = """
import ctypes, errno, os, sys, threading
place = {"x86_64": 0, "aarch64": 1}[os.uname().machine]
libc = ctypes.CDLL(None, use_errno=True)
target = int(sys.argv[1])
secret = ctypes.create_string_buffer(b"the secret of the process")
room = ctypes.create_string_buffer(32)
class Vector(ctypes.Structure):
    _fields_ = [("base", ctypes.c_void_p), ("length", ctypes.c_size_t)]
here = Vector(ctypes.addressof(room), 25)
there = Vector(ctypes.addressof(secret), 25)
def call(numbers, *arguments):
    ctypes.set_errno(0)
    done = libc.syscall(*(ctypes.c_long(part) for part in (numbers[place], *arguments)))
    return "done" if done >= 0 else errno.errorcode[ctypes.get_errno()]
def one(vector):
    return ctypes.addressof(vector), 1
me = os.getpid()
def attack(calls):
    found = {
        "ptrace": call(calls["ptrace"], 0x4206, target, 0, 0),  # PTRACE_SEIZE
        "process_vm_readv": call(calls["process_vm_readv"], me, *one(here), *one(there), 0),
        "process_vm_writev": call(calls["process_vm_writev"], me, *one(here), *one(there), 0),
        "userfaultfd": call(calls["userfaultfd"], 1),
        "pidfd_getfd": call(calls["pidfd_getfd"], pidfd, 1, 0),
    }
    return found
"""
OPEN_PIDFD = "pidfd = call((434, 434), me, 0) and libc.syscall(434, me, 0)\n"
WALL = "from reception.hardening.network_block import block_network\nblock_network()\n"
CONFINED = """
from reception.hardening.parser_confinement import confine_process
assert confine_process()
"""
SAY = f"""
found = attack({INTO_MEMORY!r})
os.write(1, " ".join(sorted(set(found.values()))).encode())
os._exit(0)
"""
SIGNAL = f"""
found = [call(numbers, target, target, 0) for numbers in {list(SIGNALS.values())!r}]
found.append(call({TGKILL!r}, target, target, 0))
os.write(1, " ".join(sorted(set(found))).encode())
os._exit(0)
"""
# A sleeping process of the same person, which tests may trace and send signals to.
PREY = """
import subprocess, sys
prey = subprocess.Popen(["sleep", "600"])
try:
    print(subprocess.run([sys.executable, "-c", sys.argv[1], str(prey.pid)],
                         capture_output=True, text=True, check=True).stdout)
finally:
    prey.kill()
    prey.wait()
"""


def test_without_a_filter_these_calls_work() -> None:
    found = set(run(PREY, TRY + OPEN_PIDFD + SAY).split())
    assert "done" in found
    assert run(PREY, TRY + SIGNAL).split().count("done") == 1


def test_the_process_with_the_keys_reaches_into_no_other() -> None:
    assert run(PREY, TRY + OPEN_PIDFD + WALL + SAY) == "EPERM"


def test_the_confined_parser_reaches_into_no_other() -> None:
    assert run(PREY, TRY + OPEN_PIDFD + CONFINED + SAY) == "EPERM"


def test_the_confined_parser_sends_no_signal_to_another_process() -> None:
    assert run(PREY, TRY + CONFINED + SIGNAL) == "EPERM"


def test_a_crashing_library_still_ends_its_own_process() -> None:
    code = """
import subprocess, sys
code = sys.argv[1] + "libc.abort()"
print(subprocess.run([sys.executable, "-c", code, "1"]).returncode)
"""
    assert run(code, TRY + CONFINED) == "-6"


def test_the_parser_of_a_forked_process_cannot_signal_its_parent() -> None:
    code = TRY + CONFINED + f"os.write(1, call({TGKILL!r}, os.getppid(), os.getppid(), 0).encode())"
    assert run(PREY, code + "\nos._exit(0)") == "EPERM"
