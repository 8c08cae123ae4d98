"""An audit hook of Python: it refuses and reports every attempt to use a network."""

from __future__ import annotations

import sys
from collections.abc import Callable, Sequence
from importlib.machinery import ModuleSpec
from types import FrameType, ModuleType

# The network block stops a call; the hook reports which function made it, and is the only
# protection on a system without the block. It does not see calls by ctypes and Qt.
_SOCKET_EVENTS = frozenset({"socket.connect", "socket.bind", "socket.sendto", "socket.sendmsg"})
_REFUSED_EVENTS = frozenset(
    {
        "socket.getaddrinfo",
        "socket.gethostbyname",
        "socket.gethostbyaddr",
        "socket.getnameinfo",
        "urllib.Request",
    }
)
_AF_UNIX = 1
# Modules that only serve a network.
_REFUSED_MODULES = frozenset(
    {
        "PySide6.QtNetwork",
        "PySide6.QtNetworkAuth",
        "PySide6.QtWebSockets",
        "PySide6.QtWebEngineCore",
        "PySide6.QtWebEngineWidgets",
        "PySide6.QtWebEngineQuick",
        "PySide6.QtHttpServer",
        "ftplib",
        "imaplib",
        "nntplib",
        "poplib",
        "smtplib",
        "telnetlib",
        "xmlrpc.client",
        "xmlrpc.server",
        "http.server",
        "socketserver",
        "webbrowser",
        "requests",
        "urllib3",
        "httpx",
        "aiohttp",
    }
)
# Used by the standard library itself; in our code only to reach this machine's print service
# over a local socket.
_GUARDED_MODULES = frozenset({"socket", "http.client", "urllib.request", "ssl", "asyncio"})
_OUR_PACKAGES = frozenset({"reception", "ui", "resources"})
_LOCAL_SOCKET_PACKAGE = "reception.print_queue"
# Functions of these packages only pass a call on; the function that called them is reported.
_PASS_THROUGH_PACKAGES = frozenset(
    {"_frozen_importlib", "importlib", "socket", "ssl", "http", "urllib", "asyncio"}
)


class NetworkRefused(PermissionError):
    """An attempt to use a network; the text names the function that tried, and no data."""


class _HookState:
    """State of the hook; one for the process, since an audit hook cannot be removed."""

    def __init__(self) -> None:
        self.installed = False
        self.report: Callable[[str], None] | None = None

    def report_attempt(self, action: str) -> str:
        """Report an attempt and the function that made it; return the reported text."""
        frame = _caller()
        text = f"{action} by {_module_of(frame)}:{frame.f_code.co_qualname if frame else '?'}"
        if self.report is not None:
            self.report(text)
        return text


_hook_state = _HookState()


def install_network_audit_hook(report: Callable[[str], None] | None) -> None:
    """Refuse and report every use of a network; a second call replaces ``report``.

    ``report`` gets a text such as ``socket.connect by reception.storage.database:open``; never an
    address or another argument. Audited calls then raise NetworkRefused, imports ImportError.
    """
    _hook_state.report = report
    if _hook_state.installed:
        return
    _hook_state.installed = True
    sys.addaudithook(_on_event)
    sys.meta_path.insert(0, _ImportRule())


def _on_event(event: str, args: tuple[object, ...]) -> None:
    # Called for every audited event, so only the name is compared first.
    if event in _SOCKET_EVENTS:
        if getattr(args[0], "family", None) != _AF_UNIX:
            raise NetworkRefused(_hook_state.report_attempt(event))
    elif event in _REFUSED_EVENTS:
        raise NetworkRefused(_hook_state.report_attempt(event))


class _ImportRule:
    """Import hook that refuses network modules; other finders find all other modules."""

    # No MetaPathFinder by name: importing importlib.abc costs 5 ms.

    def find_spec(
        self,
        fullname: str,
        path: Sequence[str] | None = None,
        target: ModuleType | None = None,
        /,
    ) -> ModuleSpec | None:
        """Raise ImportError for a refused module, else leave it to the other finders."""
        if fullname in _REFUSED_MODULES or (fullname in _GUARDED_MODULES and _imported_by_us()):
            raise ImportError(_hook_state.report_attempt(f"import of {fullname}"), name=fullname)
        return None


def _imported_by_us() -> bool:
    """Tell whether our own code, except the CUPS connection, asked for the import."""
    importer = _module_of(_caller())
    is_print_queue = f"{importer}.".startswith(f"{_LOCAL_SOCKET_PACKAGE}.")
    return importer.split(".")[0] in _OUR_PACKAGES and not is_print_queue


def _caller() -> FrameType | None:
    """Return the nearest frame outside this module and the modules that pass calls on."""
    frame: FrameType | None = sys._getframe(1)
    while frame is not None:
        name = _module_of(frame)
        if name != __name__ and name.split(".")[0] not in _PASS_THROUGH_PACKAGES:
            break
        frame = frame.f_back
    return frame


def _module_of(frame: FrameType | None) -> str:
    return str(frame.f_globals.get("__name__", "?")) if frame else "?"
