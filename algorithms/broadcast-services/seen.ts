import type { Processor } from '../../engine/index.ts'

/** A message that is told from all others by who broadcast it and how many that one broadcast before. */
export interface Numbered {
  readonly from: number
  readonly number: number
}

/** A broadcast as it goes from one to the next. */
export interface Passed extends Numbered {
  readonly type: 'broadcast'
  readonly value: number
}

/** A processor that numbers its own broadcasts, and knows which ones it has seen. */
export interface SeenState {
  readonly id: number
  /** How many it was asked to broadcast. */
  sent: number
  readonly seen: Seen
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

/** Sends what it is asked to broadcast to all its neighbours, and delivers it. */
export function broadcast(p: Processor<Passed>, state: SeenState, value: number): void {
  const { id, seen } = state
  const message = { type: 'broadcast', from: id, number: state.sent++, value } as const
  isNew(seen, message)
  p.sendToAll(message)
  p.output('deliver', { from: id, value })
}
