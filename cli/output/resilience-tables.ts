import type { ResilienceCell, ResilienceDefinition, ResilienceMap } from '../../experiments/index.ts'
import { recordName, safety } from './describe-resilience.ts'

/** All maps as one table in Markdown: a line for each algorithm and f, a column for each n; what is broken leads to its execution. */
export function resilienceTables(asked: ResilienceDefinition, maps: readonly ResilienceMap[]): string {
  const head = ['algorithm', 'faults', 'requires', 'f', ...asked.sizes.map((n) => `n = ${n}`)]
  const lines = maps.flatMap((map) =>
    asked.bounds.map((f) => [
      ...[`\`${map.algorithm.name}\``, map.faults, map.algorithm.requires.resilience ?? 'nothing', String(f)],
      ...asked.sizes.map((n) =>
        verdict(
          map,
          map.cells.find((cell) => cell.n === n && cell.f === f),
        ),
      ),
    ]),
  )
  const table = [head, head.map(() => '---'), ...lines].map((line) => `| ${line.join(' | ')} |`)
  return `${[`# ${asked.title}`, asked.question, notes(asked), table.join('\n')].join('\n\n')}\n`
}

/** In brackets where nothing is promised. */
function verdict(map: ResilienceMap, cell: ResilienceCell | undefined): string {
  if (cell === undefined) return ''
  const { broken, beyond } = cell
  const text = broken === null ? safety(cell) : `[${broken.property}](${recordName(map, cell)})`
  return beyond === null ? text : `(${text})`
}

const notes = ({ states, tries }: ResilienceDefinition): string =>
  [
    'In brackets: systems for which the algorithm promises nothing.',
    '*All*: so many executions, and there are no others.',
    `*Searched*: so many executions, drawn at random where there are schedules, coins, or more than ${states.toLocaleString('en')} configurations; at most ${tries.toLocaleString('en')}.`,
    '*No end*: of those searched, so many went on until they were cut.',
    'A property that is broken leads to an execution that shows it.',
  ].join(' ')
