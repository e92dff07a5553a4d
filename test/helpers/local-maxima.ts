/**
 * How many phases the elections of Franklin and of Peterson, Dolev, Klawe and Rodeh take with these identifiers round a
 * ring: each leaves those that are larger than both neighbours, until one that is alone finds that out.
 */
export function localMaxima(ids: readonly number[]): number {
  if (ids.length === 1) return 1
  return 1 + localMaxima(ids.filter((id, i) => id > ids.at(i - 1)! && id > ids[(i + 1) % ids.length]!))
}
