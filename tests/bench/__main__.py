"""`python -m tests.bench [NAME…]`: measure, print one table and JSON, and name the machine.

Each module beside this one that has `figures()` is a bench; without a name all are run. The JSON is also
left in build/bench.json. A figure that is not reached is marked; nothing is asserted here.
"""

import importlib
import json
import os
import pkgutil
import platform
import sys
from dataclasses import asdict
from pathlib import Path

import tests.bench
from tests.bench.figure import Figure

OUT = Path("build/bench.json")
NOT_BENCHES = {"__main__", "figure", "watching"}


def names() -> list[str]:
    """Every bench there is."""
    return sorted({m.name for m in pkgutil.iter_modules(tests.bench.__path__)} - NOT_BENCHES)


def machine() -> dict[str, object]:
    """What was measured on."""
    lines = Path("/proc/cpuinfo").read_text("utf-8").splitlines() if Path("/proc/cpuinfo").exists() else []
    models = [line.partition(":")[2].strip() for line in lines if line.startswith("model name")]
    return {
        "processor": models[0] if models else platform.processor(),
        "cores": os.cpu_count(),
        "kernel": f"{platform.system()} {platform.release()}",
        "python": platform.python_version(),
    }


def row(figure: Figure) -> str:
    """One line of the table."""
    side = "≤" if figure.at_most else "≥"
    wanted = "" if figure.reach is None else f"{side} {figure.reach:g}"
    mark = {True: "reached", False: "NOT REACHED", None: ""}[figure.reached]
    return f"{figure.name:<66} {figure.value:>10.3f} {figure.unit:<12} {wanted:<9} {mark}".rstrip()


def main(wanted: list[str]) -> int:
    """Run the benches of these names, or all."""
    there = names()
    unknown = [name for name in wanted if name not in there]
    if unknown:
        print(f"There is no bench {', '.join(unknown)}. There are: {', '.join(there)}.", file=sys.stderr)
        return 2
    told: dict[str, list[dict[str, object]]] = {}
    for name in wanted or there:
        print(f"\n{name}", flush=True)
        figures: list[Figure] = importlib.import_module(f"tests.bench.{name}").figures()
        for figure in figures:
            print(f"  {row(figure)}", flush=True)
        told[name] = [{**asdict(figure), "reached": figure.reached} for figure in figures]
    document = json.dumps({"machine": machine(), "figures": told}, indent=1, ensure_ascii=False)
    OUT.parent.mkdir(exist_ok=True)
    OUT.write_text(document + "\n", "utf-8")
    print(f"\n{document}")
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
