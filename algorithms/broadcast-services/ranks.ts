import type { Channel } from '../../engine/index.ts'

/** The places of processors in the order of their identifiers, on which all agree who know those of all others. */
export interface Ranks {
  readonly own: number
  /** By channel. */
  readonly others: readonly number[]
}

/** The ranks as a processor knows them on a complete graph. */
export function ranksOf({
  id,
  neighborIds,
}: {
  readonly id: number
  readonly neighborIds: readonly number[]
}): Ranks {
  const sorted = [id, ...neighborIds].sort((a, b) => a - b)
  const places = new Map(sorted.map((one, place) => [one, place]))
  return { own: places.get(id)!, others: neighborIds.map((one) => places.get(one)!) }
}

/** The rank of who is at the other end of a channel. */
export const rankOf = ({ others }: Ranks, channel: Channel): number => others[channel]!
