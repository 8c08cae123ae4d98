"""A hostile parser can do nothing in the confined process."""

from __future__ import annotations

from tests.hardening.fresh_interpreter import run

CELL = """
import ctypes, errno, os, sys
sys.path  # the imports of the snippets come before the cell shuts
from reception.hardening.parser_confinement import confine_process as close_cell
libc = ctypes.CDLL(None, use_errno=True)
child_limits = __import__("reception.sandbox.child_confinement", fromlist=["set_limits"]).set_limits
child_limits(512, 5)
assert close_cell()
def barred(action):
    try:
        action()
    except PermissionError:
        return True
    return False
"""


def test_nothing_opens_starts_connects_or_changes():
    code = """
assert barred(lambda: os.open("/etc/hostname", os.O_RDONLY))
assert barred(lambda: os.open("/tmp/x", os.O_WRONLY | os.O_CREAT))
assert barred(lambda: os.unlink("/tmp/x"))
assert barred(lambda: os.mkdir("/tmp/x"))
assert barred(lambda: os.fork())
assert barred(lambda: os.execv("/bin/true", ["true"]))
assert barred(lambda: os.kill(1, 0))
assert barred(lambda: os.memfd_create("x"))
for family in (1, 2, 10, 16):
    assert libc.socket(family, 1, 0) == -1 and ctypes.get_errno() == errno.EPERM
assert libc.prctl(4, 1, 0, 0, 0) == -1
assert libc.ptrace(16, 1, 0, 0) == -1
os.write(1, b"barred")
os._exit(0)
"""
    assert run(CELL + code) == "barred"


def test_limits_hold():
    code = """
try:
    bytearray(600 * 1024 * 1024)
except MemoryError:
    os.write(1, b"capped")
os._exit(0)
"""
    assert run(CELL + code) == "capped"
