"""The network block holds for Python, ctypes, children, exec and Qt, and Qt still works."""

from __future__ import annotations

import shutil

import pytest

from tests.hardening.fresh_interpreter import run

WALL = (
    "from reception.hardening.network_block import block_network as raise_wall\n"
    "from reception.hardening.network_block import network_block_state as wall_state\n"
    "raise_wall()\n"
)
REFUSED = "PermissionError"

TRY_ALL = """
import socket
names = ("AF_INET", "AF_INET6", "AF_NETLINK", "AF_PACKET", "AF_VSOCK")
for name in names:
    for kind in (socket.SOCK_STREAM, socket.SOCK_DGRAM, socket.SOCK_RAW):
        try:
            socket.socket(getattr(socket, name), kind)
            print("MADE", name)
        except OSError as error:
            assert type(error) is PermissionError, (name, error)
print("tried")
"""


def test_without_the_network_block_an_internet_socket_is_made():
    assert run("import socket; socket.socket(socket.AF_INET); print('made')") == "made"


def test_state_is_found_by_trying():
    code = (
        "from reception.hardening.network_block import network_block_state as s\n"
        "from reception.hardening.network_block import block_network as r\n"
        "print(s(), r(), s())"
    )
    assert run(code) == "absent up up"


def test_no_outside_socket_of_any_family_or_type():
    assert run(WALL + TRY_ALL) == "tried"


def test_ctypes_is_blocked_too():
    code = """
import ctypes, errno
libc = ctypes.CDLL(None, use_errno=True)
for family in (2, 10, 16):
    assert libc.socket(family, 1, 0) == -1
    assert ctypes.get_errno() == errno.EACCES
    pair = (ctypes.c_int * 2)()
    assert libc.socketpair(family, 1, 0, pair) == -1
    assert ctypes.get_errno() == errno.EACCES
# The kernel reads 32 bits of the family: rubbish above must not slip by.
assert libc.syscall(41 if __import__("os").uname().machine == "x86_64" else 198,
                    ctypes.c_long((1 << 32) | 2), 1, 0) == -1
for ring in (425, 426, 427):
    assert libc.syscall(ring, 1, 0, 0, 0, 0) == -1
    assert ctypes.get_errno() == errno.ENOSYS
print("refused")
"""
    assert run(WALL + code) == "refused"


def test_foreign_calling_conventions_are_refused():
    code = """
import ctypes, errno, mmap, os
libc = ctypes.CDLL(None, use_errno=True)
if os.uname().machine == "x86_64":
    assert libc.syscall(0x40000000 | 41, 2, 1, 0) == -1
    assert ctypes.get_errno() == errno.ENOSYS
    # mov eax, 359 (socket of the 32-bit table); mov ebx, 2; mov ecx, 1; xor edx, edx; int 0x80
    steps = bytes.fromhex("53b867010000bb02000000b90100000031d2cd805bc3")
    page = mmap.mmap(-1, 4096, prot=mmap.PROT_READ | mmap.PROT_WRITE | mmap.PROT_EXEC)
    page.write(steps)
    call = ctypes.CFUNCTYPE(ctypes.c_int)(ctypes.addressof(ctypes.c_char.from_buffer(page)))
    answer = call()
    assert answer == -errno.ENOSYS, answer
print("refused")
"""
    assert run(WALL + code) == "refused"


def test_children_and_exec_remain_blocked():
    child = """
import subprocess, sys
print(subprocess.check_output([sys.executable, "-c", sys.argv[1]], text=True))
"""
    assert run(WALL + child, TRY_ALL) == "tried"
    replaced = "import os, sys; os.execv(sys.executable, [sys.executable, '-c', sys.argv[1]])"
    assert run(WALL + replaced, TRY_ALL) == "tried"


def test_a_shell_cannot_open_tcp():
    code = """
import subprocess
command = ["bash", "-c", "exec 3<>/dev/tcp/127.0.0.1/9"]
done = subprocess.run(command, capture_output=True, text=True)
assert done.returncode != 0
print(done.stderr)
"""
    assert "Permission denied" in run(WALL + code, LC_ALL="C")


def test_threads_already_running_are_inside():
    code = """
import socket, threading
from reception.hardening.network_block import block_network as raise_wall
go, seen = threading.Event(), []
def work():
    go.wait()
    try:
        socket.socket(socket.AF_INET)
        seen.append("made")
    except PermissionError:
        seen.append("refused")
thread = threading.Thread(target=work)
thread.start()
raise_wall()
go.set()
thread.join()
print(*seen)
"""
    assert run(code) == "refused"


def test_a_second_call_adds_nothing_even_after_exec():
    count = "print(open('/proc/self/status').read().split('Seccomp_filters:')[1].split()[0])\n"
    before = int(run(count))
    again = WALL + "raise_wall()\n" + count
    assert int(run(again)) == before + 1
    replaced = "import os, sys; os.execv(sys.executable, [sys.executable, '-c', sys.argv[1]])"
    assert int(run(WALL + replaced, again)) == before + 1


def test_local_sockets_and_name_resolution_do_not_crash():
    code = """
import os, socket, tempfile, threading
a, b = socket.socketpair()
a.sendall(b"local")
assert b.recv(5) == b"local"
with tempfile.TemporaryDirectory() as folder:
    path = os.path.join(folder, "s")
    server = socket.socket(socket.AF_UNIX)
    server.bind(path)
    server.listen()
    client = socket.socket(socket.AF_UNIX)
    client.connect(path)
    client.sendall(b"x")
    assert server.accept()[0].recv(1) == b"x"
try:
    socket.getaddrinfo("example.invalid", 80)
except OSError:
    pass
socket.gethostname()
print("lives")
"""
    assert run(WALL + code) == "lives"


QT_WINDOW = """
from PySide6.QtCore import QTimer
from PySide6.QtGui import QImage
from PySide6.QtWidgets import QApplication, QLabel
app = QApplication([])
label = QLabel("Sổ tiếp công dân")
label.show()
QTimer.singleShot(150, app.quit)
app.exec()
assert not label.grab().toImage().isNull()
print(app.platformName())
"""


def test_qt_opens_windows_off_and_on_a_screen():
    assert run(WALL + QT_WINDOW, QT_QPA_PLATFORM="offscreen") == "offscreen"
    on_screen = run(WALL + QT_WINDOW, prefix=("xvfb-run", "-a"), QT_QPA_PLATFORM="xcb")
    assert on_screen.splitlines()[-1] == "xcb"


def test_qt_lists_printers():
    code = """
from PySide6.QtWidgets import QApplication
from PySide6.QtPrintSupport import QPrinterInfo
app = QApplication([])
QPrinterInfo.availablePrinterNames()
print("listed")
"""
    assert run(WALL + code, QT_QPA_PLATFORM="offscreen") == "listed"


def test_qt_network_loaded_behind_our_back_makes_no_socket():
    code = """
import socket, sys
from PySide6.QtCore import QCoreApplication
from PySide6.QtNetwork import QHostAddress, QTcpServer, QTcpSocket, QUdpSocket
server = socket.create_server(("127.0.0.1", 0))
port = server.getsockname()[1]
if sys.argv[1] == "wall":
    from reception.hardening.network_block import block_network as raise_wall
    raise_wall()
app = QCoreApplication([])
tcp = QTcpSocket()
tcp.connectToHost(QHostAddress("127.0.0.1"), port)
print(tcp.waitForConnected(2000), tcp.socketDescriptor() >= 0,
      QTcpServer().listen(), QUdpSocket().bind(0))
"""
    assert run(code, "none") == "True True True True"
    assert run(code, "wall") == "False False False False"


@pytest.mark.parametrize("platform", ["offscreen", "xcb"])
def test_no_internet_socket_in_the_trace_of_a_start(tmp_path, platform):
    assert shutil.which("strace"), "strace is needed to look at the calls themselves"
    trace = tmp_path / "trace"
    strace = ("strace", "-f", "-o", str(trace), "-e", "trace=socket,connect,socketpair")
    prefix = ("xvfb-run", "-a", *strace) if platform == "xcb" else strace
    run(WALL + QT_WINDOW, prefix=prefix, QT_QPA_PLATFORM=platform)
    calls = trace.read_text().splitlines()
    outside = [call for call in calls if "socket" in call and "AF_UNIX" not in call]
    assert [call for call in outside if " = -1 E" not in call] == []
    assert any(
        "AF_INET," in call and "EACCES" in call for call in outside
    )  # the attempt of the network block itself
