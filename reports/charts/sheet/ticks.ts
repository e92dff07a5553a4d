import { figure } from '../../wording/numbers.ts'

/** The decades of a domain, every second one if there are many, with 2 and 5 between if there are few. */
export function roundNumbers([low, high]: readonly [number, number]): number[] {
  const first = Math.floor(Math.log10(low))
  const exponents = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, i) => first + i)
  const within = (tick: number) => tick >= low && tick <= high
  const decades = exponents.map((exponent) => Number(`1e${exponent}`)).filter(within)
  if (decades.length > 8) return decades.filter((_, i) => i % 2 === 0)
  if (decades.length >= 3) return decades
  const steps = (digits: readonly number[]) =>
    exponents.flatMap((exponent) => digits.map((digit) => Number(`${digit}e${exponent}`))).filter(within)
  const few = steps([1, 2, 5])
  return few.length >= 3 ? few : steps([1, 2, 3, 4, 5, 7])
}

/** About five ticks at multiples of 1, 2 or 5 times a power of ten. */
export function evenTicks([low, high]: readonly [number, number]): number[] {
  const rough = (high - low) / 5
  const decade = 10 ** Math.floor(Math.log10(rough))
  const step = decade * ([1, 2, 5].find((digit) => digit * decade >= rough) ?? 10)
  const first = Math.ceil(low / step)
  return Array.from({ length: Math.floor(high / step) - first + 1 }, (_, i) =>
    Number(((first + i) * step).toPrecision(12)),
  )
}

/** Numbers up to this one are written out, with commas; if one on an axis is larger, all have powers of ten. */
const writtenOut = 1e7

/** How the numbers of an axis are written. */
export function numberWriter(ticks: readonly number[]): (tick: number) => string {
  return ticks.some((tick) => tick >= writtenOut) ? withPower : numberText
}

/** A number on its own: 16,384; 0.05; 1.2·10⁸. */
export const numberText = (value: number): string =>
  value >= writtenOut ? withPower(value) : figure(Number(value.toPrecision(6)))

function withPower(value: number): string {
  if (value < 1000) return numberText(value)
  const exponent = Math.floor(Math.log10(value) + 1e-9)
  const factor = Number((value / 10 ** exponent).toPrecision(3))
  const power = `10${[...String(exponent)].map((digit) => '⁰¹²³⁴⁵⁶⁷⁸⁹'[Number(digit)]).join('')}`
  return factor === 1 ? power : `${factor}·${power}`
}

/** Ticks between the decades of a domain, or at the decades that have no label. */
export function minorTicks([low, high]: readonly [number, number], major: readonly number[]): number[] {
  const first = Math.floor(Math.log10(low))
  const exponents = Array.from({ length: Math.ceil(Math.log10(high)) - first + 1 }, (_, i) => first + i)
  const digits = exponents.length > 7 ? [1] : [1, 2, 3, 4, 5, 6, 7, 8, 9]
  return exponents
    .flatMap((exponent) => digits.map((digit) => Number(`${digit}e${exponent}`)))
    .filter((tick) => tick >= low && tick <= high && !major.includes(tick))
}
