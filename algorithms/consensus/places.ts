/** Where processors stand in the order of identifiers, from 0 on: all know these places, and know them alike. */
export interface Places {
  /** The place of the processor itself. */
  readonly place: number
  /** Those of its neighbours, by channel. */
  readonly places: readonly number[]
}

/** The places that a processor of a complete network works out. */
export function placesOf(id: number, neighborIds: readonly number[]): Places {
  const placeOf = (one: number): number =>
    neighborIds.filter((other) => other < one).length + (id < one ? 1 : 0)
  return { place: placeOf(id), places: neighborIds.map(placeOf) }
}
