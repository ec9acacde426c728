"""Makes a small standard library: without what no lesson needs, and byte-compiled by the very Python that will read it."""

import importlib.util
import io
import marshal
import zipfile

# Servers, mail, the web, processes, terminals, databases, and the tools of those who write Python itself.
LEFT_OUT = """
    __hello__ __phello__ _py_abc _pydatetime _pyio _pyrepl _sysconfigdata__emscripten_wasm32-emscripten antigravity argparse
    bdb cProfile cmd code colorsys compileall configparser ctypes curses dbm difflib distutils doctest email ensurepip filecmp fileinput
    ftplib getopt getpass gettext html http idlelib imaplib ipaddress lib2to3 mailbox mimetypes modulefinder multiprocessing
    netrc nturl2path optparse pdb pickletools platform plistlib poplib profile profiling pstats pty py_compile pyclbr pydoc pydoc_data
    quopri rlcompleter runpy sched shelve site-packages smtplib socketserver sqlite3 symtable sysconfig tabnanny tarfile this tkinter
    tomllib trace tracemalloc tty turtle turtledemo unittest urllib uuid venv wave webbrowser wsgiref xml xmlrpc zipapp zoneinfo
""".split()

# Text is UTF-8 here; the others are for other people's files.
ENCODINGS = "__init__ aliases ascii cp437 latin_1 raw_unicode_escape unicode_escape utf_16 utf_32 utf_8 utf_8_sig".split()

# What joins Python and JavaScript reads its own explanations when it starts.
EXPLAINED = ("pyodide/", "_pyodide/")

# The same bytes on every machine.
DATE = (1980, 1, 1, 0, 0, 0)
MARK = importlib.util.MAGIC_NUMBER + (1).to_bytes(4, "little") + bytes(8)


def is_kept(name):
    top, _, rest = name.partition("/")
    if top == "encodings":
        return rest.removesuffix(".py") in ENCODINGS
    return name.endswith(".py") and top.removesuffix(".py") not in LEFT_OUT


def compiled(name, source):
    """One module as Python keeps it: never compared with its source, which is not there."""
    explained = name.startswith(EXPLAINED)
    code = compile(source, f"/lib/{name}", "exec", dont_inherit=True, optimize=0 if explained else 2)
    return MARK + marshal.dumps(code)


def trimmed(library):
    """The archive `library` (a path) as the bytes of a smaller one."""
    result = io.BytesIO()
    with zipfile.ZipFile(library) as whole, zipfile.ZipFile(result, "w", zipfile.ZIP_DEFLATED, compresslevel=9) as small:
        for name in sorted(filter(is_kept, whole.namelist())):
            entry = zipfile.ZipInfo(name + "c", DATE)
            small.writestr(entry, compiled(name, whole.read(name)), zipfile.ZIP_DEFLATED)
    return result.getvalue()
