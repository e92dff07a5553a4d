import type { Finding, HistoryEvent, HistoryProperty, Network } from '../model/index.ts'

/** A safety property by its incremental form: a function that is told each event, and says what is wrong from then on. */
export const followed = (
  follow: (n: number, network?: Network) => (event: HistoryEvent) => Finding,
): HistoryProperty => ({
  kind: 'safety',
  check(history, n, network) {
    const after = follow(n, network)
    for (const event of history) {
      const finding = after(event)
      if (finding !== true) return finding
    }
    return true
  },
  follow,
})
