import type { Search } from './search.ts'

/**
 * The letters of an execution that counts as much, or as little, as the search has found possible. If the search was
 * stopped, the execution may be only the beginning of one.
 */
export function extremeExecution(
  search: Search,
  letters: readonly number[],
  extreme: 'most' | 'least',
): number[] {
  const { graph, table } = search
  const numbers = new Int32Array(graph.next.length)
  const processed: number[] = []
  graph.begin(letters)
  for (let here = table.find(graph.next, graph.length); here >= 0 && processed.length < table.size; ) {
    const length = table.read(here, numbers)
    const rest = search[extreme](here)
    if (rest === 0 && graph.isFinal(numbers, length)) break
    let next = -1
    for (const place of graph.choices(numbers, length)) {
      graph.take(numbers, length, place)
      const candidate = graph.failure === null ? table.find(graph.next, graph.length) : -1
      if (candidate < 0 || graph.gain + search[extreme](candidate) !== rest) continue
      next = candidate
      processed.push(graph.letter)
      break
    }
    here = next
  }
  return processed
}
