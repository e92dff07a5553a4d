/** Where processors stand in the order of identifiers, from 0 on: all know these places, and know them alike. */
export interface Places {
  /** The place of the processor itself. */
  readonly place: number
  /** Those of its neighbours, by channel. */
  readonly places: readonly number[]
}

/** What a processor is told that works out places, and has an input. */
export interface Placed {
  readonly value: number
  readonly f: number
  readonly id: number
  readonly neighborIds: readonly number[]
}

/** What it takes to work out places. */
export const places = { shape: 'complete', identifiers: true, neighborIdentifiers: true } as const

/** What it takes to do so in rounds that all begin together. */
export const placesInRounds = { ...places, synchronous: true, initiators: 'together' } as const

/** The places that a processor of a complete network works out. */
export function placesOf({ id, neighborIds }: Pick<Placed, 'id' | 'neighborIds'>): Places {
  const placeOf = (one: number): number =>
    neighborIds.filter((other) => other < one).length + (id < one ? 1 : 0)
  return { place: placeOf(id), places: neighborIds.map(placeOf) }
}
