// Programs that do what no lesson asks for, with what the page then says or shows.

/**
 * @typedef {object} HostileProgram
 * @property {string} code
 * @property {RegExp} says how the sentence under the program, its output or its traceback reads
 * @property {boolean} [endless] whether only the deadline ends it
 */

const NEVER = /Stopped after 5 seconds/;
const PYTHON_BROKE = /Python broke down|RecursionError|Stopped after 5 seconds/;

/** @type {HostileProgram[]} */
export const HOSTILE = [
  { code: "while True: pass", says: NEVER, endless: true },
  { code: "import time\ntime.sleep(3600)", says: NEVER, endless: true },
  { code: "9**9**9", says: NEVER, endless: true },
  { code: "print(len(str(9**9**7)))", says: NEVER, endless: true },
  { code: "def f(n): return f(n + 1)\nf(0)", says: /RecursionError: maximum recursion depth exceeded/ },
  { code: "import sys\nsys.setrecursionlimit(10**9)\nclass A:\n    def __repr__(self): return repr(self)\nrepr(A())", says: PYTHON_BROKE },
  { code: "import json\njson.loads('[' * 100_000 + ']' * 100_000)", says: PYTHON_BROKE },
  { code: "import os\nos._exit(1)", says: /The program has ended itself/ },
  { code: "import os\nos.abort()", says: /The program has ended itself/ },
  { code: "import sys\nsys.exit(3)", says: /The program has ended itself/ },
  { code: "import js\njs.close()", says: /There is no module js here/ },
  { code: "import ctypes\nctypes.string_at(0xfffffff0, 100)", says: /There is no module ctypes here/ },
  { code: "[0] * 10**9", says: /wanted more memory/ },
  { code: "a = []\nwhile True: a.append('x' * 10**7)", says: /Line 2: The program wanted more memory/ },
  { code: "s = 'x'\nwhile True: s += s", says: /Line 2: The program wanted more memory/ },
  { code: "for i in range(10**6): print(i)", says: /only the first 1,000 lines or 64 kB are kept|Stopped after/ },
  { code: "print('x' * 10**8)", says: /only the first 1,000 lines or 64 kB are kept/ },
  { code: "input('How far? ')", says: /Line 1: input\(\) cannot ask you here/ },
  { code: "import threading\nthreading.Thread(target=print).start()", says: /RuntimeError: can't start new thread/ },
  { code: "from js import postMessage\npostMessage({'nonce': 1, 'result': {}})", says: /There is no module js here/ },
  { code: "import math\nmath.sin = lambda x: 0\nprint('sine:', math.sin(1))", says: /sine: 0(?!\.)/ },
  { code: "import math\nprint('sine:', math.sin(1))", says: /sine: 0\.8414709848078965/ },
  { code: "print('\\ud800')", says: /UnicodeEncodeError/ },
  { code: "x = float('nan')\nprint(x, float('inf'))", says: /nan inf/ },
  { code: "def (", says: /Line 1: SyntaxError: invalid syntax/ },
  { code: "import urllib.request\nurllib.request.urlopen('https://example.org')", says: /There is no module urllib here/ },
];
