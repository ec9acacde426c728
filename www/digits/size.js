// How large the file of digits is: said before it is loaded, and what progress is measured against.

/** Bytes of digits.bin. */
export const BYTES = 1273403;
/** Digits in it. */
export const DIGITS = 10000;
/** Digits in it that are held out to test. */
export const HELD_OUT = 1000;
/** Digits for training over which the mean gradient is taken where many are asked for. */
export const MANY = 1000;
