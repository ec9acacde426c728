"""Writes outputs.json: what the programs beside this file print, and the versions that printed it.

    python -m venv somewhere
    somewhere/bin/pip install -r www/code/requirements.txt
    somewhere/bin/python www/code/record.py

    python3 www/code/record.py --check   (needs no libraries: the records belong to the programs as they are,
                                          and pure Python still prints what is recorded)

The page shows these outputs under the programs, because neither library can be had in it.
"""

import datetime
import hashlib
import importlib.metadata
import json
import pathlib
import platform
import subprocess
import sys

HERE = pathlib.Path(__file__).parent
FILE = HERE / "outputs.json"
PROGRAMS = ["descent.py", "descent_numpy.py", "descent_torch.py"]

# Libraries by the name they are imported under, with the name they are spoken of.
LIBRARIES = {"numpy": "NumPy", "torch": "PyTorch"}


def output(program):
    """What a program prints; a warning is an error."""
    command = [sys.executable, "-W", "error", str(HERE / program)]
    return subprocess.run(command, check=True, capture_output=True, text=True).stdout.rstrip("\n")


def digest(program):
    return hashlib.sha256((HERE / program).read_bytes()).hexdigest()


def imported(program):
    text = (HERE / program).read_text(encoding="utf-8")
    return [name for name in LIBRARIES if f"\nimport {name}" in text]


def versions(program):
    """Python's version, then those of the libraries that the program imports, without the kind of their build."""
    libraries = [f"{LIBRARIES[name]} {importlib.metadata.version(name).split('+')[0]}" for name in imported(program)]
    return [f"Python {platform.python_version()}", *libraries]


def record():
    rows = {
        program: {"sha256": digest(program), "versions": versions(program), "output": output(program)}
        for program in PROGRAMS
    }
    outputs = {"recorded": datetime.date.today().isoformat(), "programs": rows}
    FILE.write_text(json.dumps(outputs, indent=2) + "\n", encoding="utf-8")


def check():
    """The sentences about what does not fit any more."""
    rows = json.loads(FILE.read_text(encoding="utf-8"))["programs"]
    for program in PROGRAMS:
        if rows.get(program, {}).get("sha256") != digest(program):
            yield f"{program} has changed since its output was recorded."
        elif not imported(program) and output(program) != rows[program]["output"]:
            yield f"{program} prints something else than is recorded."


if __name__ == "__main__":
    if sys.argv[1:] == ["--check"]:
        sys.exit("\n".join(check()) or 0)
    record()
