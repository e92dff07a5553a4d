import type { Channel, Processor } from '../../engine/index.ts'

/** What all processors are to have in one order. */
export interface Item<V = number> {
  readonly from: number
  readonly value: V
}

export type SequencerMessage<V = number> =
  /** To the root, which gives it a number. */
  | ({ readonly type: 'request' } & Item<V>)
  | ({ readonly type: 'numbered'; readonly number: number } & Item<V>)

/** A processor’s part of the order that the root makes, on a complete graph. */
export interface Sequence<V = number> {
  /** The channel to the root; null at the root. */
  readonly root: Channel | null
  /** How many it has taken, at the root also given, in the order of the numbers. */
  taken: number
  /** What came ahead of its turn, by number. */
  readonly held: Record<number, Item<V>>
}

export const newSequence = <V>(root: Channel | null): Sequence<V> => ({ root, taken: 0, held: {} })

/** Has an item put in order. True at the root, where its turn has come at once. */
export function order<V>(
  p: Processor<SequencerMessage<V>>,
  sequence: Sequence<V>,
  { from, value }: Item<V>,
): boolean {
  if (sequence.root !== null) p.send(sequence.root, { type: 'request', from, value })
  else p.sendToAll({ type: 'numbered', number: sequence.taken++, from, value })
  return sequence.root === null
}

/** Takes what has come with its number, and gives each whose turn it is. */
export function take<V>(
  sequence: Sequence<V>,
  { number, from, value }: Extract<SequencerMessage<V>, { readonly type: 'numbered' }>,
  turn: (item: Item<V>) => void,
): void {
  const { held } = sequence
  held[number] = { from, value }
  for (let item = held[sequence.taken]; item !== undefined; item = held[sequence.taken]) {
    delete held[sequence.taken++]
    turn(item)
  }
}
