"""Files stay small: a longer one is a fault, tables excepted by name. The limits are today's longest and may only shrink."""
from tree import ROOT, files

LISTED = {  # tables, which are read by the row
    "src/rulebook/england/transitions.cpp", "src/rulebook/england/clocks.cpp",
    "src/core/process_words.h",
}
LIMITS = {
    400: ("src/*.h", "src/*.cpp", "src/*.html"),
    475: ("tests/*.h", "tests/*.cpp", "tests/*.mjs", "tests/*.py", "bench/*.h", "bench/*.cpp", "bench/*.mjs"),
}


def results():
    for limit, kinds in LIMITS.items():
        faults = []
        for path in files(*kinds):
            name = str(path.relative_to(ROOT))
            lines = path.read_text().count("\n")
            if lines > limit and name not in LISTED:
                faults.append(f"{name}: {lines} lines")
        yield f"no hand-written file of {kinds[0].split('/')[0]} has more than {limit} lines", faults
