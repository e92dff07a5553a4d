/** What one strategy of a search has come to. */
interface Strategy {
  readonly strategy: string
  readonly runs: number
  /** Null if it has found nothing. */
  readonly best: number | null
}

/** What each strategy of a search has come to, in lines. */
export function strategyTable(strategies: readonly Strategy[]): string[] {
  const row = (strategy: string, runs: string, best: string) =>
    `  ${strategy.padEnd(16)}${runs.padStart(8)}${best.padStart(12)}`
  return [
    row('strategy', 'runs', 'best'),
    ...strategies.map(({ strategy, runs, best }) => row(strategy, String(runs), String(best ?? '–'))),
  ]
}

/** How to search again, from this seed and those after it. */
export const sameAgain = (runs: number, seed: number, seeds: number): string =>
  `--runs ${runs} --seed ${seed}${seeds > 1 ? ` --seeds ${seeds}` : ''} finds the same again`
