#!/usr/bin/env python3
"""What a reader of src misses: clang-tidy; .clang-tidy says which checks and why. A file in which it found nothing is not
looked at again until it, a header of ours that it reads, or the list of checks changes. After a build (build/dev).

tidy.py FILE...: these files only, findings as they come."""
import hashlib
import json
import re
import shlex
import subprocess
import sys
from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

from tree import ROOT, files

BUILD = ROOT / "build/dev"
CACHE = ROOT / "build/tidy-checks.json"
OURS = ROOT / "build/tidy"


def for_clang(command):
    """Without what only GCC knows, and without the precompiled header."""
    words = iter(shlex.split(command))
    next(words)
    kept = ["clang++", "-fconstexpr-steps=10000000"]  # our tables are checked while compiling
    for word in words:
        if word in ("-include", "-o"):
            next(words)
        elif not re.match(r"-W|-f|-g|-O|-c$", word):
            kept.append(word)
    return kept


def write_commands():
    """The names of the sources that have a command."""
    entries = {e["file"]: {"directory": e["directory"], "file": e["file"], "arguments": for_clang(e["command"])}
               for e in json.loads((BUILD / "compile_commands.json").read_text())}
    OURS.mkdir(parents=True, exist_ok=True)
    (OURS / "compile_commands.json").write_text(json.dumps(list(entries.values())))
    return entries.keys()


def read_by_each():
    """source -> it and the headers of ours that it reads, as the build noted them."""
    noted = subprocess.run(["ninja", "-C", str(BUILD), "-t", "deps"], capture_output=True, text=True, check=True).stdout
    reads = {}
    for block in noted.split("\n\n"):
        paths = [(BUILD / line.strip()).resolve() for line in block.splitlines()[1:]]
        ours = [path for path in paths if path.is_relative_to(ROOT) and path.is_file()]
        if ours:
            reads[str(ours[0])] = sorted(ours)
    return reads


def findings(source):
    ran = subprocess.run(["clang-tidy-19", "--quiet", "-p", str(OURS), source], capture_output=True, text=True)
    found = re.findall(r"^\S+:\d+:\d+: (?:warning|error): .*$", ran.stdout, re.M)
    if ran.returncode != 0 and not found:
        found = [f"{source}: {ran.stderr.strip()[:200]}"]
    return [line.replace(f"{ROOT}/", "") for line in found]


def results():
    known = json.loads(CACHE.read_text()) if CACHE.exists() else {}
    sources, reads = write_commands(), read_by_each()
    checks = re.sub("#.*", "", (ROOT / ".clang-tidy").read_text()).encode()

    def look(source):
        read = reads.get(source, [])
        key = hashlib.sha256(checks + b"".join(path.read_bytes() for path in read)).hexdigest()
        return source, key, [] if known.get(source) == key else findings(source)

    wanted = [str(path) for path in files("src/*.cpp") if str(path) in sources]
    faults = set()
    with ThreadPoolExecutor(2) as pool:
        for source, key, found in pool.map(look, wanted):
            faults.update(found)
            if not found and source in reads:
                known[source] = key
                CACHE.write_text(json.dumps(known))
    yield "clang-tidy finds nothing", sorted(faults)


if __name__ == "__main__":
    write_commands()
    found = [line for name in sys.argv[1:] for line in findings(str(Path(name).resolve()))]
    print("\n".join(found) or "nothing found")
    sys.exit(1 if found else 0)
