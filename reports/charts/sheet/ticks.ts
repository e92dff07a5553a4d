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

/** A number in a few characters. Large numbers have prefixes: 10k. Small ones have none: 0.05, not 50m. */
export function short(value: number): string {
  const steps: readonly (readonly [number, string])[] = [
    [1e12, 'T'],
    [1e9, 'G'],
    [1e6, 'M'],
    [1e3, 'k'],
  ]
  const [unit, prefix] = steps.find(([step]) => value >= step) ?? [1, '']
  return `${Number((value / unit).toPrecision(6))}${prefix}`
}
