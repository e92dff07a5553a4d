/**
 * Quorums on a grid: the processors stand in rows of ⌈√n⌉ in the order of their identifiers, and the quorum of each is its
 * row and its column. Any two of them meet, in the row of one and the column of the other, also if the last row is short:
 * where one corner is missing, the other is there.
 */

/** The neighbours in its quorum, as channels, of a processor with these identifiers around it. */
export function gridQuorum(id: number, neighborIds: readonly number[]): number[] {
  const place = (one: number) => neighborIds.filter((other) => other < one).length + (id < one ? 1 : 0)
  const width = widthOf(neighborIds.length + 1)
  const own = place(id)
  const together = (other: number) =>
    Math.floor(other / width) === Math.floor(own / width) || other % width === own % width
  return neighborIds.flatMap((other, channel) => (together(place(other)) ? [channel] : []))
}

/** How many are in the largest quorum among n processors, and in every one where n is a square. */
export const largestQuorum = (n: number): number => widthOf(n) + Math.ceil(n / widthOf(n)) - 1

const widthOf = (n: number): number => Math.ceil(Math.sqrt(n))
