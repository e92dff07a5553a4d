/** 0, step, 2 · step …: `count` numbers. The offsets of a graph whose rows are all `step` long, or with step 1 all indices. */
export function multiples(count: number, step: number): Uint32Array {
  const numbers = new Uint32Array(count)
  for (let i = 0; i < count; i++) numbers[i] = i * step
  return numbers
}
