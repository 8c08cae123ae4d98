"""Decorator of the services: each public method asks for its rights before it does anything.

What it asks for is declared in :mod:`reception.services.access.service_rights`.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import wraps
from operator import attrgetter
from types import FunctionType
from typing import TYPE_CHECKING, Any, TypeVar, cast

from reception.domain.service_access import ServiceAccess
from reception.services.access.service_rights import SERVICE_RIGHTS

if TYPE_CHECKING:
    from reception.services.access.session import Session

_Service = TypeVar("_Service", bound=Callable[..., Any])
_checked_names: set[str] = set()
_session_of = cast("Callable[[object], Session]", attrgetter("_session"))


def rights_checked(service: _Service) -> _Service:
    """Class or function decorator: calls are refused without the declared rights.

    A class keeps its session in ``_session``; a function has a parameter ``session``. In a class
    every method is wrapped whose name has no leading underscore. At each call people and rights
    are read again, and ``Session.act`` asks once more inside its transaction: a right that was
    withdrawn while somebody looked at a page counts.

    Errors of the calls: NotAllowed ``rights.missing``; those of ``Session.refresh``.
    """
    if isinstance(service, type):
        for name, method in list(vars(service).items()):
            if isinstance(method, FunctionType) and not name.startswith("_"):
                setattr(service, name, _checked_method(method, f"{service.__name__}.{name}"))
        return service
    function = cast("FunctionType", service)
    return cast("_Service", _checked_function(function))


def _checked_method(method: FunctionType, name: str) -> Callable[..., Any]:
    access = _declared_access(name)

    @wraps(method)
    def checked(self: object, *args: Any, **kwargs: Any) -> Any:
        return _call(_session_of(self), access, lambda: method(self, *args, **kwargs))

    return checked


def _checked_function(function: FunctionType) -> Callable[..., Any]:
    access = _declared_access(function.__qualname__)
    is_of_session = function.__qualname__.startswith("Session.")
    position = 0 if is_of_session else function.__code__.co_varnames.index("session")

    @wraps(function)
    def checked(*args: Any, **kwargs: Any) -> Any:
        session = kwargs["session"] if "session" in kwargs else args[position]
        return _call(session, access, lambda: function(*args, **kwargs))

    return checked


def _call(session: Session, access: ServiceAccess, method: Callable[[], Any]) -> Any:
    if not access.reads_register:
        access.require(session.member)
        return method()
    with session.call(access):
        return method()


def checked_names() -> frozenset[str]:
    """Return the names of the methods and functions that ask; of the modules imported so far."""
    return frozenset(_checked_names)


def may_call(session: Session, name: str) -> bool:
    """Tell whether the rights of the signed-in person suffice for ``Class.method``."""
    return SERVICE_RIGHTS[name].allows(session.member)


def _declared_access(name: str) -> ServiceAccess:
    """Return who may call ``Class.method`` or a function. Errors: AssertionError if undeclared."""
    access = SERVICE_RIGHTS.get(name)
    if access is None:
        raise AssertionError(
            f"{name} is public and undeclared: add a line to "
            "reception/services/access/service_rights.py that says which rights it needs"
        )
    _checked_names.add(name)
    return access
