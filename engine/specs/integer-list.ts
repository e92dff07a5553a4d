import { InputError } from '../errors.ts'

/** Reads `12+45+3`, integers from 0 to `max`. `where` opens the message of the error: “inputs ids=12+45+x”. */
export function parseIntegerList(text: string, max: number, where: string): number[] {
  return text.split('+').map((item) => {
    const word = item.trim()
    if (!/^\d+$/.test(word) || Number(word) > max)
      throw new InputError(`${where}: “${word}” is not an integer from 0 to ${max}`)
    return Number(word)
  })
}

/** Throws if an integer stands twice in the list. */
export function assertDistinct(list: ArrayLike<number>, where: string): void {
  const seen = new Set<number>()
  for (const item of Array.from(list)) {
    if (seen.has(item)) throw new InputError(`${where}: ${item} stands there twice`)
    seen.add(item)
  }
}
