import pc from 'picocolors'
import {
  type AnyAlgorithm,
  type ForcedSpeeds,
  type History,
  type HistoryFinding,
  isPending,
  operationsOf,
  type SpeedFinding,
} from '../../engine/index.ts'
import { entry } from './entry.ts'

/** What the theorems about registers came to, and where records were written. */
interface ToldSpeeds {
  readonly algorithm: AnyAlgorithm
  readonly found: ForcedSpeeds
  readonly files: readonly string[]
}

/** For machines. */
export function speedsJson({ algorithm, found, files }: ToldSpeeds): object {
  const { n, uncertainty, findings, broken } = found
  return {
    theorem: 'registers',
    algorithm: algorithm.name,
    n,
    uncertainty,
    broken,
    findings: findings.map(({ refuted, theorem, ...finding }) => ({
      ...finding,
      theorem,
      refuted: refuted && {
        wrong: reasonOf(refuted.finding),
        alike: refuted.alike,
        legal: refuted.legal,
        history: refuted.history,
      },
    })),
    executions: files,
  }
}

/** For people. */
export function describeSpeeds({ algorithm, found, files }: ToldSpeeds): string {
  const { n, uncertainty, findings, broken } = found
  const lines = [
    pc.bold(`${algorithm.name} on ${n} processors: how fast a register can be that is kept by messages`),
    entry('delays', `in [d − u, d], where d = 1 and u = ${uncertainty}`),
    '',
    `  ${'of'.padEnd(18)}${'at least'.padStart(16)}${'here'.padStart(12)}`,
    ...findings.map((finding) => row(finding, broken)),
    ...findings.flatMap((finding) => refutation(finding, broken)),
    ...(files.length === 0 ? [] : ['', entry('executions', `written to ${files.join(', ')}`)]),
  ]
  return `${lines.join('\n')}\n`
}

function row({ about, theorem, bound, took, refuted }: SpeedFinding, broken: boolean): string {
  const least = `${theorem} = ${rounded(bound)}`
  const verdict = refuted === null ? pc.green('kept') : broken ? pc.red('too fast') : 'less'
  return `  ${about.padEnd(18)}${least.padStart(16)}${String(rounded(took)).padStart(12)}  ${verdict}`
}

/** The history that is wrong because operations are too fast, and why. */
function refutation({ about, refuted }: SpeedFinding, broken: boolean): string[] {
  if (refuted === null) return []
  const { finding, history, alike, legal } = refuted
  const unsound = [alike, legal].filter((one) => one !== true)
  return [
    '',
    entry(about, broken ? pc.red(reasonOf(finding)) : reasonOf(finding)),
    ...(broken
      ? []
      : [entry('', 'two such registers, each kept by itself, are no sequentially consistent memory')]),
    ...unsound.map((one) => entry('not shown', pc.red(String(one)))),
    ...operationLines(history),
  ]
}

const reasonOf = (finding: HistoryFinding): string =>
  finding.kind === 'wrong'
    ? finding.fault.sentence
    : finding.kind === 'holds'
      ? 'the history is right after all'
      : finding.sentence

function operationLines(history: History): string[] {
  return operationsOf(history).map((one) => {
    const { processor, operation, argument, object, result } = one
    const [from, to] = [history[one.invoked]!.time, history[one.responded]?.time]
    const name = `${object === '' ? '' : `${object}.`}${operation}(${argument === undefined ? '' : String(argument)})`
    const answer = isPending(one)
      ? 'is pending'
      : operation === 'read'
        ? `answers ${String(result ?? null)}`
        : 'is done'
    return entry(
      '',
      `p_${processor} ${name} at ${rounded(from)} ${answer}${to === undefined ? '' : ` at ${rounded(to)}`}`,
    )
  })
}

const rounded = (value: number): number => Number(value.toPrecision(6))
