"""The pure modules read no clock, file, environment, thread or random source."""
import re
import subprocess

from tree import ROOT, files

PURE = ["base", "core", "rulebook", "matching", "returns"]
BANNED_INCLUDES = {"fstream", "thread", "random", "cstdlib", "filesystem", "iostream", "ctime", "mutex", "future"}
BANNED_SYMBOLS = re.compile(
    r"\b(fopen|open64|open|socket|connect|getenv|secure_getenv|rand|random|clock_gettime|gettimeofday|time|system|fork|execve|"
    r"xmlReadFile|xmlParseFile)$|locate_zone|system_clock.*now|random_device|basic_[io]?fstream")


def results():
    faults = []
    for module in PURE:
        for path in files(f"src/{module}/*.h", f"src/{module}/*.cpp"):
            for number, line in enumerate(path.read_text().splitlines(), 1):
                found = re.match(r"\s*#\s*include\s*<([^>]+)>", line)
                if found and found[1] in BANNED_INCLUDES:
                    faults.append(f"{path.relative_to(ROOT)}:{number}: <{found[1]}> is not for a pure module")
    yield "pure modules include nothing that reads the world", faults
    for module in PURE:
        library = ROOT / f"build/dev/src/libkith_{module}.a"
        if not library.exists():
            continue
        listed = subprocess.run(["nm", "-uC", library], capture_output=True, text=True).stdout
        wrong = sorted({line.split("U ", 1)[1] for line in listed.splitlines()
                        if "U " in line and BANNED_SYMBOLS.search(line.split("U ", 1)[1].split("(")[0].split("@")[0])})
        yield f"{module} calls no clock, file, socket, environment or random source", wrong
