"""Who may include whom: the module table of src/CMakeLists.txt, held against every #include."""
import re

from tree import ROOT, files, modules

# Each library from outside belongs to one module.
OWNERS = {"boost/beast": "http", "boost/asio": "http", "boost/json": "base", "sqlite3.h": "store", "libpq-fe.h": "store",
          "sodium.h": "store", "openssl/": "store", "libxml/": "returns", "xlsxwriter": "returns", "toml++": "rulebook",
          "unicode/": "base", "curl/": "outside"}


def faults_of(path, table):
    module = path.relative_to(ROOT / "src").parts[0]
    faults = []
    for number, line in enumerate(path.read_text().splitlines(), 1):
        found = re.match(r'\s*#\s*include\s*([<"])([^">]+)', line)
        if not found:
            continue
        target = found[2].split("/")[0]
        if found[1] == '"' and target in table and target != module and target not in table.get(module, set()):
            faults.append(f"{path.relative_to(ROOT)}:{number}: {module} may not include {target}")
        for library, owner in OWNERS.items():
            if found[1] == "<" and found[2].startswith(library) and owner != module and path.name != "main.cpp":
                faults.append(f"{path.relative_to(ROOT)}:{number}: <{found[2]}> belongs to {owner}")
    return faults


def results():
    table = modules()
    table_faults = [] if len(table) > 10 else ["the module table could not be read"]
    yield "the module table is read", table_faults
    faults = []
    for path in files("src/*.h", "src/*.cpp"):
        if path.parent != ROOT / "src":
            faults += faults_of(path, table)
    yield "every include is allowed by the module table", faults
