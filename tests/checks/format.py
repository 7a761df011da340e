"""One layout of the code."""
import subprocess

from tree import ROOT, files


def results():
    sources = [str(p) for p in files("src/*.h", "src/*.cpp", "tests/*.h", "tests/*.cpp", "bench/*.cpp")]
    ran = subprocess.run(["clang-format-14", "--dry-run", "--Werror", *sources], capture_output=True, text=True, cwd=ROOT)
    wrong = sorted({line.split(":")[0].replace(str(ROOT) + "/", "") for line in ran.stderr.splitlines() if "error:" in line})
    yield "every file is laid out by clang-format", wrong
