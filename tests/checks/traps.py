"""Traps that a compiler does not see."""
import re

from tree import ROOT, files

# GCC 12 destroys temporaries of a co_await expression twice: every argument there is named or moved.
LAMBDA_OR_AGGREGATE = re.compile(r"co_await[^;]*?\(\s*(?:[^;()]*,\s*)?(?:\[[^\]]*\]\s*[({]|[A-Za-z_:]*\{)")
HOSTS = re.compile(r"registry\.npm|deb\.debian\.org|registry\.yarnpkg|npmjs\.org/")
UNFINISHED = re.compile(r"\b(TODO|FIXME)\b")


def results():
    awaits, hosts, unfinished = [], [], []
    for path in files("src/*.h", "src/*.cpp"):
        text = path.read_text()
        for found in LAMBDA_OR_AGGREGATE.finditer(text):
            awaits.append(f"{path.relative_to(ROOT)}:{text.count(chr(10), 0, found.start()) + 1}: {found[0][:80]}")
    for path in files():
        if path.suffix in {".png", ".xlsx"} or path.name == "traps.py":
            continue
        for number, line in enumerate(path.read_text(errors="replace").splitlines(), 1):
            if HOSTS.search(line):
                hosts.append(f"{path.relative_to(ROOT)}:{number}")
            if UNFINISHED.search(line) and "tests/fuzz/corpus" not in str(path):
                unfinished.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:80]}")
    yield "inside co_await every argument is named or moved", awaits
    yield "no registry's address stands in a file", hosts
    yield "nothing is marked as unfinished", unfinished
