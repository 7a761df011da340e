"""Every header compiles alone. A header whose text and includes have not changed is not compiled again."""
import hashlib
import json
import shlex
import subprocess
from concurrent.futures import ThreadPoolExecutor

from tree import ROOT, files

CACHE = ROOT / "build/header-checks.json"


def compile_flags():
    entries = json.loads((ROOT / "build/dev/compile_commands.json").read_text())
    words = shlex.split(entries[-1]["command"])
    return [w for w in words if w.startswith(("-I", "-std", "-D"))] + \
        [x for i, w in enumerate(words) if w == "-isystem" for x in ("-isystem", words[i + 1])]


def results():
    known = json.loads(CACHE.read_text()) if CACHE.exists() else {}
    flags = ["-I" + str(ROOT / "src"), "-I" + str(ROOT / "build/dev/generated"), *compile_flags()]
    everything = hashlib.sha256(b"".join(p.read_bytes() for p in files("src/*.h"))).hexdigest()

    def check(path):
        key = hashlib.sha256(path.read_bytes()).hexdigest()
        name = str(path.relative_to(ROOT))
        if known.get(name) == [key, everything]:
            return None
        ran = subprocess.run(["g++", "-fsyntax-only", "-x", "c++", *flags, str(path)], capture_output=True, text=True)
        if ran.returncode == 0:
            known[name] = [key, everything]
            return None
        return f"{name}: {ran.stderr.strip().splitlines()[0][:160]}"

    with ThreadPoolExecutor(2) as pool:
        faults = [f for f in pool.map(check, files("src/*.h")) if f]
    CACHE.parent.mkdir(exist_ok=True)
    CACHE.write_text(json.dumps(known))
    yield "every header compiles alone", faults
