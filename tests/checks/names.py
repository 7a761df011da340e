"""Names: the field's nouns stand in the glossary; http and base know nothing of social care."""
import re

from tree import ROOT, files

SOCIAL_CARE = re.compile(r"\b(child|children|referral|conference|safeguarding|social work|social care)\b", re.I)


def glossary():
    text = (ROOT / "docs/glossary.md").read_text().lower().replace("_", " ")
    return set(re.findall(r"[a-z0-9]+(?:[_ -][a-z0-9]+)*", text)), text


def results():
    faults = []
    for path in files("src/http/*.h", "src/http/*.cpp", "src/base/*.h", "src/base/*.cpp"):
        for number, line in enumerate(path.read_text().splitlines(), 1):
            if SOCIAL_CARE.search(line):
                faults.append(f"{path.relative_to(ROOT)}:{number}: {line.strip()[:90]}")
    yield "base and http have no social-care words", faults
    _, text = glossary()
    missing = []
    for path in files("src/core/*.h"):
        noun = path.stem.replace("_", " ")
        if noun not in text:
            missing.append(f"{path.relative_to(ROOT)}: “{noun}” is not in docs/glossary.md")
    yield "every noun of core is in the glossary", missing
    decisions = [p.name[:4] for p in files("docs/decisions/*.md")]
    twice = sorted({n for n in decisions if decisions.count(n) > 1})
    yield "no two decisions have one number", twice
