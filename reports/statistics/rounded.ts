/** Twelve significant digits: what is beyond them is the rounding of sums, which may depend on the machine. */
export function rounded(value: number | null): number | null {
  return value === null ? null : Number(value.toPrecision(12))
}
