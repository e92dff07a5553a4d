import { element } from '../../page/view/dom.ts'
import { count, figure } from '../../wording/numbers.ts'
import type { KnownRun, Runs } from './runs.ts'

type Fact = readonly [term: string, text: string]

const number = (value: unknown): string => (typeof value === 'number' ? figure(value) : '–')

/** What a run is, and what it cost. */
export function factsOf(runs: Runs, run: KnownRun): Fact[] {
  const ended = run.outcome === 'terminated' || run.outcome === 'quiescent'
  return [
    ...parametersOf(runs, run),
    ['Replicate, seed', `${number(run.replicate)}, ${String(run.seed)}`],
    ...(ended ? [] : [['Outcome', String(run.outcome)] as const]),
    ...costOf(run, 'messages'),
    ...costOf(run, 'time'),
  ]
}

/** “Flooding on Ring, n = 64”. */
export const nameOf = (runs: Runs, run: KnownRun): string =>
  `${runs.label('algorithm', run).value} on ${runs.label('topology', run).value}, n = ${number(run.n)}`

/** Whatever goes without saying is not said. */
function parametersOf(runs: Runs, run: KnownRun): Fact[] {
  return (['delay', 'inputs', 'wakeup', 'faults', 'weights', 'clocks', 'workload'] as const).flatMap(
    (dimension): Fact[] => {
      const { title, value } = runs.label(dimension, run)
      return value === '' || run[dimension] === 'none' ? [] : [[title, value]]
    },
  )
}

/** A cost, and what it is held to. */
function costOf(run: KnownRun, measure: 'messages' | 'time'): Fact[] {
  const cost = run[measure]
  const bound = run[`${measure}_claim`]
  const title = measure === 'messages' ? 'Messages' : 'Time'
  if (typeof cost !== 'number') return []
  if (typeof bound !== 'number' || bound <= 0) return [[title, figure(cost)]]
  const theorem = String(run[`${measure}_theorem`] ?? '')
  const judged = run[`${measure}_verdict`] === 'violated' ? ', violated' : ''
  return [
    [title, `${figure(cost)} (ratio ${figure(cost / bound)})`],
    ['Claim', `${theorem === '' ? '' : `${theorem} = `}${figure(bound)}${judged}`],
  ]
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
