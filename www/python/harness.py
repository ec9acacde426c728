"""Runs one program of a reader: its output, the trail it leaves, its numbers, and its error told by its own lines."""

import ast
import builtins
import io
import linecache
import os
import sys
import time
import traceback
import types

NAME = "program.py"
BYTES, LINES, POINTS, VALUES, LETTERS = 64_000, 1_000, 10_000, 1_000, 4_000
# The variable whose values are a program's trail, and the list that may hold the trail instead.
VARIABLE, LIST = "x", "trail"
# No program can write this name.
NOTE = "note "


class NoInput(EOFError):
    """There is nobody at the keyboard while a program runs."""

    __module__ = "builtins"


class Output(io.TextIOBase):
    """What a program prints: as much as a reader can read, handed on a hundred times at once, then ten times a second."""

    encoding = "utf-8"

    def __init__(self, say):
        self.say, self.room, self.lines, self.cut = say, BYTES, LINES, False
        self.pending, self.turns, self.last = [], 100.0, 0.0

    def writable(self):
        return True

    def write(self, text):
        if not isinstance(text, str):
            raise TypeError(f"write() argument must be str, not {type(text).__name__}")
        if self.cut or not text:
            return len(text)
        part = text[: self.room]
        data = part.encode("utf-8")
        if len(data) > self.room:
            part = data[: self.room].decode("utf-8", "ignore")
        kept = first_lines(part, self.lines)
        self.cut = len(kept) < len(text)
        self.room -= len(data)
        self.lines -= kept.count("\n")
        self.pending.append(kept)
        now = time.monotonic()
        self.turns = min(100.0, self.turns + 10 * (now - self.last))
        if self.turns >= 1 and (kept.endswith("\n") or now - self.last >= 0.1):
            self.hand_on(now)
        return len(text)

    def hand_on(self, now):
        self.turns -= 1
        self.last = now
        self.say("".join(self.pending))
        self.pending.clear()

    def close(self):
        if self.pending:
            self.say("".join(self.pending))
            self.pending.clear()


def first_lines(text, count):
    """As many whole lines of a text, or all of it if it has fewer."""
    lines = text.split("\n")
    return text if len(lines) <= count else "".join(line + "\n" for line in lines[:count])


def point(value):
    """A number as a point of a line, a pair of numbers as one of a plane, anything else as none."""
    numbers = value if isinstance(value, (list, tuple)) else (value,)
    if len(numbers) > 2 or any(isinstance(number, (str, bytes, bool)) for number in numbers):
        return None
    try:
        return tuple(map(as_float, numbers)) or None
    except Exception:
        return None


def as_float(number):
    try:
        return float(number)
    except OverflowError:
        return float("inf") if number > 0 else float("-inf")


def flat(points):
    """Points row by row, as many as have the dimension of the first."""
    dimension = len(points[0]) if points else 1
    return dimension, [number for each in points if len(each) == dimension for number in each]


def trail_of(names, noted):
    given = names.get(LIST)
    if isinstance(given, (list, tuple)):
        found = [each for each in map(point, given[:POINTS]) if each]
        if found:
            return flat(found)
    return flat(noted)


def values_of(names):
    numbers = {}
    for name, value in list(names.items())[:VALUES]:
        if type(value) in (int, float) and not name.startswith("_"):
            numbers[name] = as_float(value)
    return numbers


def base(target):
    """The names that an assignment changes: also `x[0]` is `x`."""
    if isinstance(target, (ast.Tuple, ast.List)):
        return {name for each in target.elts for name in base(each)}
    while isinstance(target, (ast.Subscript, ast.Attribute, ast.Starred)):
        target = target.value
    return {target.id} if isinstance(target, ast.Name) else set()


def changes(statement):
    """Whether a statement that holds no others gives the variable a new value."""
    if isinstance(statement, ast.Assign):
        targets = statement.targets
    elif isinstance(statement, (ast.AugAssign, ast.AnnAssign)):
        targets = [statement.target] if statement.value else []
    else:
        targets = []
    return any(VARIABLE in base(target) for target in targets)


def enters(statement):
    """Whether a loop gives the variable a value before its body."""
    return isinstance(statement, (ast.For, ast.AsyncFor)) and VARIABLE in base(statement.target)


def noting(statement):
    at = {"lineno": statement.lineno, "col_offset": 0, "end_lineno": statement.lineno, "end_col_offset": 0}
    name = lambda id: ast.Name(id, ast.Load(), **at)
    return ast.Expr(ast.Call(name(NOTE), [name(VARIABLE)], [], **at), **at)


def is_scope_of_its_own(node):
    """Whether the variable in a function or class is another one than that of the program."""
    if isinstance(node, ast.ClassDef):
        return True
    is_function = isinstance(node, (ast.FunctionDef, ast.AsyncFunctionDef))
    return is_function and not any(isinstance(each, ast.Global) and VARIABLE in each.names for each in node.body)


def instrumented(tree):
    """Adds a note after each statement that changes the variable. It costs nothing elsewhere."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        if is_scope_of_its_own(node):
            continue
        for block in ("body", "orelse", "finalbody", "handlers", "cases"):
            statements = getattr(node, block, None)
            if not isinstance(statements, list):
                continue
            waiting.extend(statements)
            noted = [noting(node)] if block == "body" and enters(node) else []
            for statement in statements:
                noted.append(statement)
                if changes(statement):
                    noted.append(noting(statement))
            setattr(node, block, noted)
    return tree


def shortened(told):
    """Leaves of a traceback, and of those it came from, the lines of the program."""
    seen = []
    waiting = [told]
    while waiting and len(seen) < 20:
        one = waiting.pop()
        if one is None or one in seen:
            continue
        seen.append(one)
        one.stack[:] = [frame for frame in one.stack if frame.filename == NAME]
        waiting += [one.__cause__, one.__context__, *(one.exceptions or [])]
    return told


def line_of(told):
    if told.exc_type_str.endswith(("SyntaxError", "IndentationError", "TabError")) and getattr(told, "filename", "") == NAME:
        return int(told.lineno)
    return told.stack[-1].lineno if told.stack else 0


def kind_of(error):
    kinds = {NoInput: "input", SystemExit: "exit", ModuleNotFoundError: "module", MemoryError: "memory"}
    return next((kind for type, kind in kinds.items() if isinstance(error, type)), "error")


def account(error):
    """An error in words of Python, with the program's line in which it arose."""
    told = shortened(traceback.TracebackException.from_exception(error, compact=True))
    text = "".join(told.format())
    if len(text) > LETTERS:
        text = text[: LETTERS // 2] + "\n…\n" + text[-LETTERS // 2 :]
    message = "".join(told.format_exception_only()).strip().splitlines()
    name = str(getattr(error, "name", "") or "")
    kind = kind_of(error)
    return {"kind": kind, "text": "" if kind == "exit" else text, "message": message[-1][:300] if message else "", "line": line_of(told), "name": name[:80]}


def seal():
    """Takes away what would leave the program: the page, the process, the keyboard."""
    bridges = [name for name in sys.modules if name.partition(".")[0] in ("js", "pyodide", "pyodide_js", "_pyodide", "_pyodide_core")]
    for name in [*bridges, "js", "pyodide_js", "_ctypes"]:
        sys.modules[name] = None
    sys.meta_path[:] = [finder for finder in sys.meta_path if not type(finder).__module__.startswith("_pyodide")]

    def leave(*_):
        raise SystemExit

    def no_input(*_):
        raise NoInput

    for module in (os, sys.modules["posix"]):
        module._exit = module.abort = leave
    builtins.input = no_input


def run(source, say):
    """Runs a program and gives what became of it."""
    output = Output(say)
    sys.stdout = sys.stderr = output
    seal()
    noted = []

    def note(value):
        if len(noted) < POINTS:
            where = point(value)
            if where:
                noted.append(where)

    setattr(builtins, NOTE, note)
    linecache.cache[NAME] = (len(source), None, source.splitlines(True), NAME)
    program = sys.modules["__main__"] = types.ModuleType("__main__")
    names = program.__dict__
    error = None
    try:
        exec(compile(instrumented(ast.parse(source, NAME)), NAME, "exec"), names)
    except BaseException as reason:
        error = account(reason)
    output.close()
    dimension, points = trail_of(names, noted)
    return {"error": error, "cut": output.cut, "dimension": dimension, "trail": points, "values": values_of(names)}
