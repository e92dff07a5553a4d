import { element } from '../../browser/view/dom.ts'
import { count, figure } from '../../wording/numbers.ts'
import type { KnownRun, Runs } from './runs.ts'

export type Fact = readonly [term: string, text: string]

const number = (value: unknown): string => (typeof value === 'number' ? figure(value) : '–')

/** What a run is, and what it cost. */
export function factsOf(runs: Runs, run: KnownRun): Fact[] {
  const parameters = ['topology', 'n', 'delay', 'inputs', 'wakeup', 'faults'].flatMap((dimension): Fact[] => {
    if (dimension === 'n') return [['n', number(run.n)]]
    const { title, value } = runs.label(dimension, run)
    return value === '' || value === 'none' ? [] : [[title, value]]
  })
  return [
    ...parameters,
    ['Replicate, seed', `${number(run.replicate)}, ${String(run.seed)}`],
    ...(run.outcome === 'terminated' || run.outcome === 'quiescent'
      ? []
      : [['Outcome', String(run.outcome)] as Fact]),
    ...costOf(run, 'messages'),
    ...costOf(run, 'time'),
  ]
}

/** A cost, the bound that it is held to, and how near it comes to it. */
function costOf(run: KnownRun, measure: 'messages' | 'time'): Fact[] {
  const cost = run[measure]
  const bound = run[`${measure}_claim`]
  const title = measure === 'messages' ? 'Messages' : 'Time'
  if (typeof cost !== 'number') return []
  const costs: Fact[] = [[title, number(cost)]]
  if (typeof bound !== 'number' || bound <= 0) return costs
  const verdict = run[`${measure}_verdict`]
  const words = String(run[`${measure}_theorem`] ?? 'bound').replace(/ when .*$/, '')
  const judged = verdict === 'violated' ? ', violated' : ''
  return [...costs, [words, `${number(bound)} (ratio ${figure(cost / bound)}${judged})`]]
}

/** Facts as a list of terms. */
export function list(facts: readonly Fact[]): HTMLDListElement {
  return element(
    'dl',
    {},
    ...facts.map(([term, text]) => element('div', {}, element('dt', {}, term), element('dd', {}, text))),
  )
}

/** “row 1,024 of runs.csv”. */
export const place = (run: KnownRun): string => `row ${count(Number(run.row))} of runs.csv`
