"""``make bench``: every ratio with its limit; only a ratio above its limit fails."""

from __future__ import annotations

import importlib
import pkgutil
import sys

from tests import benchmarks


def main() -> int:
    """Measure all modules of this folder and return 1 when a ratio is above its limit."""
    failed = 0
    for item in sorted(pkgutil.iter_modules(benchmarks.__path__), key=lambda i: i.name):
        if item.name.startswith("_"):
            continue
        module = importlib.import_module(f"{benchmarks.__name__}.{item.name}")
        for name, ratio, limit in module.measure():
            shown = "      " if limit is None else f"{limit:6.2f}"
            over = limit is not None and ratio > limit
            failed += over
            sys.stdout.write(f"{ratio:8.2f}  limit {shown}  {'OVER' if over else 'ok  '}  {name}\n")
            sys.stdout.flush()
    return 1 if failed else 0


if __name__ == "__main__":
    raise SystemExit(main())
