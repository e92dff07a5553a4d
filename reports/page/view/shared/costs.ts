import { isSharedObject } from '../../../../engine/index.ts'
import type { SharedRunShown } from '../../replay/shared/shared-run.ts'
import type { TravelRow } from '../../set-up.ts'
import { element } from '../dom.ts'

/** The costs of the run, as columns of runs.csv have them, and their words. */
const ofLocks = [
  ['comp_events', 'steps'],
  ['entries', 'entries'],
  ['remote_references_cc', 'remote per passage, cc'],
  ['remote_references_dsm', 'remote per passage, dsm'],
  ['bypass', 'bypass'],
] as const

/** The same of objects. */
const ofObjects = [
  ['comp_events', 'steps'],
  ['operations', 'operations'],
  ['operation_steps', 'steps per operation'],
  ['operation_remote_references_cc', 'remote per operation, cc'],
  ['operation_remote_references_dsm', 'remote per operation, dsm'],
] as const

/** What the run costs, and whether that is what the table says; of the reader’s own steps, what comes of them. */
export function sharedCosts(
  original: SharedRunShown,
  run: SharedRunShown,
  { columns }: TravelRow,
): HTMLElement[] {
  const shown = isSharedObject(run.algorithm) ? ofObjects : ofLocks
  const values = costsOf(run)
  const before = costsOf(original)
  const edited = run !== original
  const agrees = shown.every(([column]) => before[column] === (columns[column] ?? null))
  return [
    ...shown.map(([column, name]) =>
      element(
        'div',
        { class: 'cost', 'data-cost': column },
        element('span', { class: 'name' }, name),
        element('span', { class: 'value' }, text(values[column] ?? null)),
      ),
    ),
    edited ? outcome(run) : agrees ? agreement() : disagreement(),
  ]
}

const costsOf = ({ row }: SharedRunShown): Readonly<Record<string, unknown>> => ({
  comp_events: row.comp_events,
  ...row.extra,
})

const text = (value: unknown): string => (typeof value === 'number' ? value.toLocaleString('en') : '–')

function outcome({ row }: SharedRunShown): HTMLElement {
  const { outcome, detail, verdicts } = row
  const broken =
    outcome === 'violated' || outcome === 'failed' || verdicts.some((one) => one.verdict === 'violated')
  if (broken) return element('p', { class: 'bad' }, `With your steps: ${detail ?? outcome}.`)
  return element(
    'p',
    {},
    outcome === 'budget'
      ? 'Your steps end here; let a processor take the next one.'
      : `With your steps it ends as ${outcome}.`,
  )
}

const agreement = (): HTMLElement =>
  element(
    'p',
    {},
    element('span', { class: 'good' }, '✓ '),
    'Run again in this page, and held to the definitions step by step: the same as in runs.csv.',
  )

const disagreement = (): HTMLElement =>
  element('p', { class: 'bad' }, 'runs.csv says otherwise: the code has changed since.')
