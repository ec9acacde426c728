"""What Python prints for small programs of the kind the challenges use: written ones, and expressions made at random.

    python3 tests/golden/programs.py     (standard library only; takes a second)

Writes programs.json. A row is a program, what it printed, the values that x took one after the other, and the name of the exception
that ended it, if any. Numbers that Python keeps but the core does not promise (whole ones beyond 2^53, overflows) are left out.
"""

import ast
import io
import json
import math
import pathlib
import platform
import random

FILE = pathlib.Path(__file__).with_name("programs.json")
NAMES = {name: getattr(math, name) for name in ("sqrt", "exp", "log", "sin", "cos", "tanh")}
RANDOM_EXPRESSIONS, RANDOM_FLOATS, RANDOM_ROUNDS, RANDOM_BLOCKS = 500, 200, 150, 250

WRITTEN = [
    "x = 5\nalpha = 0.1\ngradient = 2 * x\nx = x - alpha * gradient\nprint(x)",
    "x = 5\nfor i in range(25):\n    x = x - 0.1 * 2 * x\nprint(x, x ** 2)",
    "x = 0\nfor i in range(1, 26):\n    x -= 0.15 * 2 * (x - 7)\n    if i % 5 == 0:\n        print(i, round(x, 4), round((x - 7) ** 2, 4))",
    "x = 8.0\nfor epoch in range(30):\n    x -= 0.1 * 2 * (x - 3)\nprint('after', epoch + 1, 'epochs:', x)",
    "w1 = 3\nw2 = 1\nfor i in range(3):\n    g1 = 2 * w1\n    g2 = 8 * w2\n    w1 = w1 - 0.1 * g1\n    w2 = w2 - 0.1 * g2\n    print(w1, w2)",
    "theta = 24.5\nfor i in range(4):\n    g = 0\n    if theta > 17:\n        g += 1\n    elif theta < 17:\n        g -= 1\n"
    "    if theta > 19:\n        g += 1\n    elif theta < 19:\n        g -= 1\n    if theta > 24:\n        g += 1\n    elif theta < 24:\n"
    "        g -= 1\n    theta -= g\n    print(theta)",
    "b = 350\nw = 10\nprint(b + w * 0 - 332, b + w * 2 - 353, b + w * 6 - 419)",
    "x = 3\nv = 0\nfor i in range(5):\n    v = 0.9 * v + 2 * x\n    x = x - 0.1 * v\nprint(v, x)",
    "for i in range(3):\n    for j in range(2):\n        print(i, j, i * j)\nprint(i, j)",
    "for i in range(0):\n    print(i)\nprint('none')",
    "for i in range(5, 2):\n    print(i)\nprint('none')",
    "x = -3\nif x > 0:\n    print('up')\nelif x == 0:\n    print('flat')\nelse:\n    print('down')\nprint('end')",
    "x = 1\nif x > 0:\n    if x > 2:\n        print('a')\n    else:\n        print('b')\nelse:\n    print('c')",
    "if True:\n    pass\nelse:\n    print(1)\nprint(2)",
    "# only a comment\n\nx = 1 # and one here\n   # and an indented one\nprint(x)",
    "print()\nprint('')\nprint('a', 1, \"b's\", 2.0)",
    "print(2 ** 10, 2 ** -1, 2.0 ** 3, (-2) ** 2, -2 ** 2, 2 ** 3 ** 2, 0 ** 0)",
    "print(7 // 2, -7 // 2, 7 // -2, 7 % 3, -7 % 3, 7 % -3, 7.5 // 2, -7.5 // 2, -7.5 % 2, 7.5 % -2)",
    "print(1 / 3, 4 / 2, 2.0 ** 900, 2.0 ** -1060, 1e16, 1e15, 123456789012345678.0, 0.0001, 0.00001, 1e-5, 5e-324, 1e22)",
    "print(0.1 + 0.2, 100.0, 1.0, 3.14, 2.5e-7, -0.0, 0.1 * 3, 1.1 * 1.1)",
    "print(True, False, True + 1, 1 < 2, 1 == 1.0, not 0, not 1.5)",
    "print(1 and 2, 0 and 2, 0 or 3, 1 or 3, 0 or 0.0, 1 and 0 or 5, not 1 or 2, 1 < 2 and 3)",
    "print(abs(-3), abs(-2.5), max(1, 2.0, 2), min(3, 1, 1.0), max(2, True), round(2.5), round(3.5), round(-0.5), round(2.675, 2))",
    "print(round(5), round(5.0, 0), round(1234.567, -2), round(1234, -2), round(0.5, 1), round(9.995, 2), round(99.999, 2))",
    "print(sqrt(16), exp(0), log(1), sin(0), cos(0), tanh(0), round(exp(1), 9), round(log(10), 9), round(tanh(0.5), 9))",
    "print(y)",
    "x = x + 1",
    "x = 1\nif x > 2:\n    y = 1\nprint(y)",
    "print(1 / 0)",
    "print(1)\nprint(1 // 0)\nprint(2)",
    "print(1.0 % 0)",
    "print(0 ** -1)",
    "print(sqrt(-1))",
    "print(log(0))",
    "for i in range(2.5):\n    print(i)",
    "for i in range(3):\nprint(i)",
    "x = 1\n    y = 2\nprint(y)",
    "if 1:\n        x = 1\n    y = 2",
    "x = (1 + 2\nprint(x)",
    "x = 1 +\nprint(x)",
    "else:\n    x = 1",
    "for i in range(3)\n    print(i)",
    "if x = 3:\n    print(x)",
    "3 = x",
    "lambda = 0.1",
    "x == 3 = 4",
    "print('open)",
    "x = 2y",
    "cosine = cos2(1)",
    "print(max())",
    "print 3",
    "alpha = 0.1\nx = alpha(3)",
    "x = 2(3)",
    "x = 3\nx += 2\nx -= 1\nx *= 4\nx /= 8\nprint(x)\nx //= 1\nprint(x)\nx **= 3\nprint(x)\nx %= 5\nprint(x)",
    "α = 0.1\nθ = 5\nθ = θ - α * 2 * θ\nprint(θ)",
    "print(.5, 5., 1e3, 1E-3, 00, 1e+2)",
    "x = 1\nfor i in range(3):\n    x = x * 2\n\n    # a comment\n    x = x + 1\nprint(x)",
    "for i in range(4):\n    if i % 2 == 0:\n        continue_ = i\n    else:\n        print(i, continue_)",
    "x=5\nprint( x , x*x )",
    "print(- - 3, +-+3, not not 1, 2--2, 2 - -2, -3 ** 2, (-3) ** 2, 2 ** -2 ** 0)",
    "print(1 != 2, 1 >= 1, 2 <= 1)",
]


def leaf(chance):
    return chance.choice(
        [
            str(chance.randint(0, 12)),
            str(chance.randint(0, 12)),
            repr(round(chance.uniform(0, 10), chance.randint(1, 3))),
            repr(chance.choice([0.1, 0.5, 0.25, 1e-3, 1e6, 0.0, 2.5])),
            chance.choice(["x", "y"]),
        ]
    )


def expression(chance, depth):
    if depth == 0 or chance.random() < 0.15:
        return leaf(chance)
    part = lambda: expression(chance, depth - 1)
    kind = chance.randrange(12)
    if kind < 6:
        # Other powers may differ in the last bit between two libraries of mathematics.
        return f"{part()} {chance.choice(['+ ', '- ', '* ', '/ ', '// ', '% ', '** 2 + '])}{part()}"
    if kind < 8:
        return f"({part()} {chance.choice(['+', '-', '*'])} {part()})"
    if kind == 8:
        return f"-{part()}"
    if kind == 9:
        return f"{chance.choice(['max', 'min'])}({part()}, {part()})"
    if kind == 10:
        return chance.choice([f"abs({part()})", f"round({part()}, {chance.randint(0, 4)})", f"round({part()})"])
    joined = chance.choice(["and", "or", "<", "<=", "==", "!=", ">"])
    return f"({'not ' if chance.random() < 0.2 else ''}{part()} {joined} {part()})"


def block(chance, depth, indent):
    """Lines of assignments, loops, branches and prints, each of them indented."""
    lines = []
    for _ in range(chance.randint(1, 3)):
        kind = chance.randrange(7) if depth > 0 else chance.randrange(4)
        inner = " " * chance.randint(1, 4)
        if kind < 2:
            lines.append(f"{chance.choice(['x', 'x', 'y'])} {chance.choice(['=', '+=', '-=', '*='])} {expression(chance, 1)}")
        elif kind == 2:
            lines.append(f"print('at', x, {expression(chance, 1)})")
        elif kind == 3:
            lines.extend(["", f"x = x / {chance.choice([2, 3, 2.5])} - y  # a step"])
        elif kind == 4:
            lines.append(f"for {chance.choice(['i', 'j', 'y'])} in range({chance.choice(['', '1, ', '-2, '])}{chance.randint(0, 4)}):")
            lines.extend(block(chance, depth - 1, inner))
        else:
            words = ["if", *["elif"] * chance.randint(0, 2), *["else"] * chance.randint(0, 1)]
            for word in words:
                condition = f" {leaf(chance)} {chance.choice(['<', '>=', '==', '!='])} {leaf(chance)}"
                lines.append(f"{word}{'' if word == 'else' else condition}:")
                lines.extend(block(chance, depth - 1, inner))
    return [indent + line if line else line for line in lines]


def random_programs():
    chance = random.Random(4)
    for _ in range(RANDOM_BLOCKS):
        yield "\n".join(["x = 5", "y = 0.5", *block(chance, 3, ""), "print(x, y)"])
    for _ in range(RANDOM_EXPRESSIONS):
        yield f"x = {leaf(chance)}\ny = {leaf(chance)}\nx = {expression(chance, 3)}\nprint(x, {expression(chance, 2)})"
    for _ in range(RANDOM_FLOATS):
        # Fifteen digits and an exponent within 22 are read exactly; times a power of two they stay so.
        digits = chance.randrange(10 ** chance.randint(1, 15))
        yield f"print({digits}e{chance.randint(-22, 7)} / {2 ** chance.randint(0, 50)}, {digits} / {chance.randint(1, 999)})"
    for _ in range(RANDOM_ROUNDS):
        yield f"print(round({chance.randrange(10**7)} / {chance.choice([1000, 8, 64, 7, 10**5, 3])}, {chance.randint(0, 6)}))"


def unsafe(value):
    return isinstance(value, complex) or (not isinstance(value, bool) and isinstance(value, int) and abs(value) > 2**53)


class Noting(ast.NodeTransformer):
    """Takes note of x after every assignment to it."""

    def visit_assignment(self, node):
        target = node.targets[0] if isinstance(node, ast.Assign) else node.target
        if not isinstance(target, ast.Name) or target.id != "x":
            return node
        return [node, ast.copy_location(ast.parse("note(x)").body[0], node)]

    visit_Assign = visit_AugAssign = visit_assignment


def record(program):
    """The row of a program; none where Python computes what the core does not promise."""
    names, printed = dict(NAMES), io.StringIO()
    shown, trail = [], []
    names["note"] = trail.append

    def show(*values):
        shown.extend(values)
        print(*values, file=printed)

    names["print"] = show
    error = None
    try:
        tree = ast.fix_missing_locations(Noting().visit(ast.parse(program)))
        exec(compile(tree, "program", "exec"), names)
    except OverflowError:
        return None
    except Exception as reason:
        error = type(reason).__name__
    kept = [*shown, *trail, *(value for name, value in names.items() if name not in NAMES)]
    if any(map(unsafe, kept)) or not all(math.isfinite(x) for x in trail):
        return None
    return {
        "program": program.split("\n"),
        "output": printed.getvalue().split("\n")[:-1],
        "trail": [float(x) for x in trail],
        "error": error,
    }


def whole_numbers_stay_small(program):
    """Whether no power in the program can take minutes or more digits than a float has."""
    return program.count("**") < 2


written = [record(program) for program in WRITTEN]
made = [row for row in map(record, filter(whole_numbers_stay_small, random_programs())) if row]
rows = ",\n".join(json.dumps(row, ensure_ascii=False) for row in written + made if row)
FILE.write_text(f'{{ "python": "{platform.python_version()}", "rows": [\n{rows}\n] }}\n')
