// Numbers as the reader writes and reads them: a real minus sign, the language's decimal mark, powers of ten for extremes.

const SUPERSCRIPTS = "⁰¹²³⁴⁵⁶⁷⁸⁹";
const SUBSCRIPTS = "₀₁₂₃₄₅₆₇₈₉";

/** Formats and reads numbers in one language. */
export class Numbers {
  /** @param {string} language */
  constructor(language) {
    this.language = language;
    /** @type {Map<string, Intl.NumberFormat>} */
    this.formats = new Map();
    this.decimal = this.fixed(0.5, 1).includes(",") ? "," : ".";
  }

  /** With exactly so many decimals. @param {number} value @param {number} decimals */
  fixed(value, decimals) {
    if (!Number.isFinite(value)) return infinite(value);
    if (Math.abs(value) >= 1e7) return this.power(value, 4);
    const rounded = Number(value.toFixed(decimals)) === 0 ? 0 : value;
    return this.text(rounded, { minimumFractionDigits: decimals, maximumFractionDigits: decimals });
  }

  /** With at most so many significant digits and no idle zeros. @param {number} value @param {number} [digits] */
  short(value, digits = 5) {
    if (!Number.isFinite(value)) return infinite(value);
    const size = Math.abs(value);
    if (size !== 0 && (size >= 1e7 || size < 1e-5)) return this.power(value, digits);
    return this.text(value, { maximumSignificantDigits: digits });
  }

  /** A count. @param {number} value */
  whole(value) {
    return this.text(value, { maximumFractionDigits: 0 });
  }

  /** A point: one number bare, several in brackets. @param {ArrayLike<number>} point @param {number} [digits] */
  point(point, digits = 4) {
    const texts = Array.from(point, (value) => this.short(value, digits));
    return texts.length === 1 ? String(texts[0]) : `(${texts.join(this.decimal === "," ? "; " : ", ")})`;
  }

  /** As 1.5 × 10⁸. @param {number} value @param {number} digits */
  power(value, digits) {
    const exponent = Math.floor(Math.log10(Math.abs(value)));
    // Two factors, because ten to the power of a very small exponent is itself zero.
    const half = Math.trunc(exponent / 2);
    const mantissa = value / 10 ** half / 10 ** (exponent - half);
    const raised = String(exponent).replace("-", "⁻").replace(/\d/g, (d) => SUPERSCRIPTS.charAt(Number(d)));
    return `${this.text(mantissa, { maximumSignificantDigits: digits })} × 10${raised}`;
  }

  /** What stands in a field: every digit the number has. @param {number} value */
  exact(value) {
    const text = String(value);
    return this.decimal === "," ? text.replace(".", ",") : text;
  }

  /** The number a reader typed, or NaN. @param {string} text */
  read(text) {
    let plain = text.trim().replace(/[−–]/g, "-").replace(/\s*[×·]\s*10\^?/u, "e");
    if (this.decimal === ",") plain = plain.replace(",", ".");
    return /^[+-]?(\d+\.?\d*|\.\d+)(e[+-]?\d+)?$/i.test(plain) ? Number(plain) : NaN;
  }

  /** @param {number} value @param {Intl.NumberFormatOptions} options */
  text(value, options) {
    const key = JSON.stringify(options);
    let format = this.formats.get(key);
    if (!format) {
      format = new Intl.NumberFormat(this.language, { useGrouping: "min2", ...options });
      this.formats.set(key, format);
    }
    return format.format(value).replace("-", "−");
  }
}

/** A small lowered number, for the k of x_k. @param {number} value */
export function subscript(value) {
  return String(value).replace(/\d/g, (d) => SUBSCRIPTS.charAt(Number(d)));
}

/** @param {number} value */
function infinite(value) {
  if (Number.isNaN(value)) return "?";
  return value > 0 ? "∞" : "−∞";
}
