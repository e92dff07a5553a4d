import pc from 'picocolors'
import {
  type RecordedClaim,
  type SharedEnd,
  type SharedVerification,
  type Shown,
  type StabilisingVerification,
  timeText,
  type Verification,
} from '../../engine/index.ts'

/** What was found in a recorded execution, for people. */
export function describeVerification(path: string, found: Verification, accepted: string): string {
  const { ok, events, messages, time, shows, first_error } = found
  const counts = `${events} events, ${messages} messages, last processed at ${timeText(time)}`
  if (ok)
    return `${path}: ${pc.green(accepted)}: ${counts}\n${brokenIn(shows)
      .map((line) => `  ${pc.red(line)}\n`)
      .join('')}`
  const { line, event, problem } = first_error!
  const where = event === null ? `line ${line}` : `line ${line}, ${event}`
  return `${path}: ${pc.red('rejected')} after ${counts}\n  ${where}: ${problem}\n`
}

/** What the execution is a counterexample to, as its end says. */
function brokenIn(shows: Shown | null): string[] {
  if (shows === null) return []
  const { broken, claims } = shows
  return [...(broken === null ? [] : [brokenText(broken)]), ...claims.map(violatedText)]
}

const violatedText = ({ measure, measured, kind, formula, value }: ClaimSaid): string =>
  `${measure} is ${measured}, but the claim is ${kind} ${formula} = ${value}`

const brokenText = ({ property, reason, where }: NonNullable<Shown['broken']>): string =>
  `it shows that ${property} is violated: ${reason}${where === null ? '' : `, ${where}`}`

type ClaimSaid = Pick<RecordedClaim, 'kind' | 'formula' | 'measured' | 'value'> & { readonly measure: string }

/** The same of an execution on shared memory; one that is true may show that something is wrong with the algorithm. */
export function describeSharedVerification(
  path: string,
  { ok, steps, entries, operations, time, repeated, end, first_error }: SharedVerification,
  accepted: string,
): string {
  const when = time === null ? '' : `, the last at ${timeText(time)}`
  const done =
    operations === undefined ? counted(entries, 'entry', 'entries') : counted(operations, 'operation')
  const counts = `${counted(steps, 'step')}, ${done}${when}`
  if (!ok) {
    const { line, event, problem } = first_error!
    const where = event === null ? `line ${line}` : `line ${line}, ${event}`
    return `${path}: ${pc.red('rejected')} after ${counts}\n  ${where}: ${problem}\n`
  }
  const forEver = repeated === 0 ? [] : [`the last ${counted(repeated, 'step')} are repeated for ever`]
  const shown = end === null ? [] : [...forEver, ...shownBy(end)]
  return `${path}: ${pc.green(accepted)}: ${counts}\n${shown.map((line) => `  ${line}\n`).join('')}`
}

/** The same of a self-stabilising algorithm. */
export function describeStabilisingVerification(
  path: string,
  found: StabilisingVerification,
  accepted: string,
): string {
  const { ok, steps, moves, legitimate_after: after, left, silent, repeated, first_error } = found
  const counts = `${counted(steps, 'step')}, ${counted(moves, 'move')}`
  if (!ok) {
    const { line, problem } = first_error!
    return `${path}: ${pc.red('rejected')} after ${counts}\n  line ${line}: ${problem}\n`
  }
  const shown = [
    after === null
      ? 'no configuration is legitimate'
      : `a configuration is legitimate after ${counted(after, 'step')}`,
    left ? pc.red('one that is not comes after a legitimate one') : '',
    silent ? 'in the end nobody is privileged' : '',
    repeated === 0 ? '' : `the last ${counted(repeated, 'step')} are repeated for ever`,
  ].filter((line) => line !== '')
  return `${path}: ${pc.green(accepted)}: ${counts}\n${shown.map((line) => `  ${line}\n`).join('')}`
}

const violations: Readonly<Record<string, string>> = {
  'mutual exclusion': 'mutual exclusion is violated',
  'no deadlock': 'there is a deadlock',
  'no lockout': 'there is a lockout',
  linearizable: 'the history is not linearizable',
  regular: 'the history is not regular',
  safe: 'the history is not safe',
  'lock-free': 'it is not lock-free',
  'wait-free': 'it is not wait-free',
}

/** What a true record shows, beside that it is one. */
function shownBy({ outcome, property, detail, shows, claims }: SharedEnd): string[] {
  const what = property === null ? 'a step fails' : violations[property]!
  const wrong = detail === null ? what : detail.startsWith(what) ? detail : `${what}: ${detail}`
  return [
    outcome === 'violated' || outcome === 'failed' ? pc.red(wrong) : '',
    shows === null
      ? ''
      : `${shows.measure} ${shows.value === null ? 'has no bound' : `can be as large as ${shows.value}`}`,
    ...(claims ?? [])
      .filter(({ verdict }) => verdict === 'violated')
      .map((claim) => pc.red(violatedText(claim))),
  ].filter((line) => line !== '')
}

const counted = (count: number, noun: string, plural = `${noun}s`): string =>
  `${count} ${count === 1 ? noun : plural}`
