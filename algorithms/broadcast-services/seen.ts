/** A message that is told from all others by who broadcast it and how many that one broadcast before. */
export interface Numbered {
  readonly from: number
  readonly number: number
}

/** What a processor has seen, in little space: of each sender, all up to a number, and some beyond it. */
export type Seen = Record<number, { upTo: number; beyond: number[] }>

/** Whether this has not been seen before; from now on it has. */
export function isNew(seen: Seen, { from, number }: Numbered): boolean {
  const of = (seen[from] ??= { upTo: 0, beyond: [] })
  if (number < of.upTo || of.beyond.includes(number)) return false
  of.beyond.push(number)
  while (of.beyond.includes(of.upTo)) {
    of.beyond.splice(of.beyond.indexOf(of.upTo), 1)
    of.upTo++
  }
  return true
}
