import type { Channel } from '../../engine/index.ts'

/** A call in which a processor takes part. */
export interface Call {
  readonly channel: Channel
  /** Whether this processor calls, or is called. */
  readonly calls: boolean
}

/** The calls of all, by rank of identifier: who calls whom. */
function scheme(n: number): readonly (readonly [number, number])[] {
  const centre =
    n < 4
      ? []
      : ([
          [0, 1],
          [2, 3],
          [0, 2],
          [1, 3],
        ] as const)
  const others = Array.from({ length: n }, (_, rank) => rank).slice(n < 4 ? 1 : 4)
  const back = n < 4 ? others.slice(0, -1) : others
  return [...others.map((rank) => [rank, 0] as const), ...centre, ...back.map((rank) => [0, rank] as const)]
}

/** The calls of one processor, in order. */
export function agendaOf(id: number, neighborIds: readonly number[]): readonly Call[] {
  const byRank = [id, ...neighborIds].sort((a, b) => a - b)
  return scheme(byRank.length)
    .map((pair) => pair.map((rank) => byRank[rank]!))
    .filter((pair) => pair.includes(id))
    .map(([caller, called]) => ({
      channel: neighborIds.indexOf(caller === id ? called! : caller!),
      calls: caller === id,
    }))
}
