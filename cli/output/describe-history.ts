import pc from 'picocolors'
import {
  type History,
  type HistoryFinding,
  isPending,
  type HistoryOperation as Operation,
} from '../../engine/index.ts'

/** What was asked of a history, and what was found. */
export interface HistoryReport {
  readonly path: string
  /** The spec of the object; null where there is none. */
  readonly object: string | null
  readonly history: History
  readonly operations: readonly Operation[]
  /** Null where nobody enters a critical section. */
  readonly bypass: number | null
  readonly findings: readonly { readonly condition: string; readonly finding: HistoryFinding }[]
}

/** More operations than a person would follow are not drawn. */
const drawnMax = 60

/** What was found, for people: the verdicts first, then why. */
export async function describeHistory(report: HistoryReport): Promise<string> {
  const { path, object, findings, bypass } = report
  const of = object === null ? '' : ` (${object})`
  const lines = [`${path}: ${scope(report)}`]
  for (const { condition, finding } of findings) {
    if (finding.kind === 'holds') lines.push(`  ${pc.green('holds')}      ${condition}${of}`)
    else if (finding.kind === 'undecided')
      lines.push(`  ${pc.yellow('undecided')}  ${condition}${of}: ${finding.sentence}`)
    else {
      const { sentence, part } = finding.fault
      lines.push(`  ${pc.red('violated')}   ${condition}${of}: ${sentence}`)
      lines.push(...(await drawn(part)))
    }
  }
  if (bypass !== null) lines.push(`  bypass     ${bypass}: the most entries of others while one waits`)
  return `${lines.join('\n')}\n`
}

function scope({ operations, history }: HistoryReport): string {
  const pending = operations.filter(isPending).length
  const outputs = history.filter(({ kind }) => kind === 'output').length
  const processors = new Set(history.map(({ processor }) => processor)).size
  return [
    `${counted(operations.length, 'operation')} of ${counted(processors, 'processor')}`,
    ...(pending === 0 ? [] : [`${pending} without an answer`]),
    ...(outputs === 0 ? [] : [counted(outputs, 'output')]),
  ].join(', ')
}

async function drawn(part: History): Promise<string[]> {
  if (part.length > drawnMax) return [`    (${part.length} events: too many to show; --json lists them)`]
  // The library that draws takes long to load.
  const { historyLines } = await import('../../reports/index.ts')
  const lines = historyLines(part, (process.stdout.columns ?? 110) - 6)
  return ['', ...lines.map((line) => `    ${line}`.trimEnd()), '']
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
