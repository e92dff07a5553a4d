import pc from 'picocolors'
import { timeText, type Verification } from '../../engine/index.ts'

/** What was found in a recorded execution, for people. */
export function describeVerification(path: string, found: Verification, accepted: string): string {
  const { ok, events, messages, time, first_error } = found
  const counts = `${events} events, ${messages} messages, last processed at ${timeText(time)}`
  if (ok) return `${path}: ${pc.green(accepted)}: ${counts}\n`
  const { line, event, problem } = first_error!
  const where = event === null ? `line ${line}` : `line ${line}, ${event}`
  return `${path}: ${pc.red('rejected')} after ${counts}\n  ${where}: ${problem}\n`
}
