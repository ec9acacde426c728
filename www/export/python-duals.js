// Numbers that carry their slope along, in Python: exact derivatives of a typed function, and second ones for Newton's method.

const CLASS = `class Dual:
    """{told}"""

    def __init__(self, value, slope=0.0):
        self.value, self.slope = value, slope

    def __add__(self, other):
        other = dual(other)
        return Dual(self.value + other.value, self.slope + other.slope)

    def __sub__(self, other):
        return self + -dual(other)

    def __mul__(self, other):
        other = dual(other)
        return Dual(self.value * other.value, self.slope * other.value + self.value * other.slope)

    def __truediv__(self, other):
        other = dual(other)
        quotient = self.value / other.value
        return Dual(quotient, (self.slope - quotient * other.slope) / other.value)

    def __pow__(self, power):
{varying}        if power == 0:
            return Dual(1.0)
        return Dual(self.value**power, power * self.value**(power - 1) * self.slope)

    def __neg__(self):
        return Dual(-self.value, -self.slope)

    def __abs__(self):
        return self * ((self > 0) - (self < 0))

    def __eq__(self, other):
        return self.value == dual(other).value

    def __lt__(self, other):
        return self.value < dual(other).value

    def __gt__(self, other):
        return self.value > dual(other).value

    __radd__, __rmul__ = __add__, __mul__

    def __rsub__(self, other):
        return dual(other) - self

    def __rtruediv__(self, other):
        return dual(other) / self

    def __rpow__(self, other):
        return dual(other) ** self


def dual(number):
    return number if isinstance(number, Dual) else Dual(number)


def slope(number):
    return dual(number).slope`;

/** A power whose exponent varies, too: aᵇ = exp(b·log a). */
const VARYING = `        if isinstance(power, Dual):
            value = self.value**power.value
            return Dual(value, value * (power * log(self)).slope)
`;

/** Functions by name: the slope of each, given its value and its argument. @type {Record<string, { slope: string, float?: string, needs?: string[] }>} */
const FUNCTIONS = {
  exp: { slope: "value" },
  log: { slope: "1 / x.value" },
  sin: { slope: "cos(x.value)", needs: ["cos"] },
  cos: { slope: "-sin(x.value)", needs: ["sin"] },
  tan: { slope: "(1 + value**2)" },
  sinh: { slope: "cosh(x.value)", needs: ["cosh"] },
  cosh: { slope: "sinh(x.value)", needs: ["sinh"] },
  tanh: { slope: "(1 - value) * (1 + value)" },
  sqrt: { slope: "0.5 / value" },
  softplus: { slope: "sigmoid(x.value)", float: "(x if x > 0 else 0.0) + math.log1p(math.exp(-abs(x)))", needs: ["sigmoid"] },
  sigmoid: { slope: "value * (1 - value)", float: "1 / (1 + math.exp(-x)) if x > 0 else math.exp(x) / (1 + math.exp(x))" },
};

const PAIR = { min: "<", max: ">" };

/** What a formula needs so that it can be worked out with slopes. @param {string} formula @param {string} told what a dual number is @returns {string[]} */
export function dualTools(formula, told) {
  const varying = /\*\*(?!-?[\d.]+(?:e[+-]?\d+)?(?![\w.*]))/.test(formula);
  const names = new Set([...(varying ? ["log"] : []), ...Object.keys({ ...FUNCTIONS, ...PAIR }).filter((name) => new RegExp(`\\b${name}\\(`).test(formula))]);
  for (const name of names) for (const other of FUNCTIONS[name]?.needs ?? []) names.add(other);
  return [CLASS.replace("{told}", told).replace("{varying}", varying ? VARYING : ""), ...[...names].map((name) => (name === "min" || name === "max" ? pair(name) : single(name)))];
}

/** @param {string} name */
function single(name) {
  const { slope, float } = /** @type {{ slope: string, float?: string }} */ (FUNCTIONS[name]);
  // An infinite slope times no movement is no movement: the tip of √(x² + y²) is flat.
  const chained = name === "sqrt" ? `x.slope if x.slope == 0 else ${slope} * x.slope` : `${slope} * x.slope`;
  return `def ${name}(x):
    if not isinstance(x, Dual):
        return ${float ?? `math.${name}(x)`}
    value = ${name}(x.value)
    return Dual(value, ${chained})`;
}

/** @param {"min" | "max"} name */
function pair(name) {
  return `def ${name}(a, b):
    if a == b:
        return (a + b) / 2
    return a if a ${PAIR[name]} b else b`;
}
