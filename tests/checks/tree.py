"""The tree as every check sees it: tracked and new files, never the build's."""
import re
import subprocess
from pathlib import Path

ROOT = Path(__file__).resolve().parents[2]


def files(*patterns):
    listed = subprocess.run(
        ["git", "ls-files", "--cached", "--others", "--exclude-standard", *patterns],
        cwd=ROOT, capture_output=True, text=True, check=True).stdout.split("\n")
    return sorted({ROOT / name for name in listed if name and (ROOT / name).is_file()})


def modules():
    """module -> the modules it may include, from the module table."""
    table = {}
    for line in (ROOT / "src/CMakeLists.txt").read_text().splitlines():
        found = re.match(r"module\((\w+)(?:\s+USES\s+([\w\s]+?))?(?:\s+NEEDS.*)?\)", line)
        if found:
            table[found[1]] = set((found[2] or "").split())
    return table
