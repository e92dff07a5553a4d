import type { Search } from './search.ts'

/** Which execution is meant: the one that counts most or least of something, among all or those of one kind. */
export interface Extremity {
  readonly extreme: 'most' | 'least'
  readonly count: number
  readonly kind: number | null
}

/**
 * The triggers of an execution that counts as much, or as little, as the search has found possible. If the search was
 * stopped, the execution may be only the beginning of one.
 */
export function extremeExecution(
  search: Search,
  triggers: readonly number[],
  { extreme, count, kind }: Extremity,
): number[] {
  const { graph, table, counts } = search
  const numbers = new Int32Array(graph.next.length)
  const processed: number[] = []
  graph.begin(triggers)
  for (let here = table.find(graph.next, graph.length); here >= 0 && processed.length < table.size; ) {
    const length = table.read(here, numbers)
    const rest = counts[extreme](here, count, kind)
    const ends = graph.isFinal(numbers, length) && (kind === null || graph.kind(numbers) === kind)
    if (rest === 0 && ends) break
    let next = -1
    for (const place of graph.choices(numbers, length, false)) {
      graph.take(numbers, length, place)
      const candidate = graph.failure === null ? table.find(graph.next, graph.length) : -1
      const coming = candidate < 0 ? null : counts[extreme](candidate, count, kind)
      if (coming === null || graph.gains[count]! + coming !== rest) continue
      next = candidate
      processed.push(graph.trigger)
      break
    }
    here = next
  }
  return processed
}
