import type { ShrunkExecution, ShrunkShared } from '../../experiments/index.ts'

/** What has come of shrinking an execution on so many processors, and where it was written. */
export function describeShrunk(
  { recorded, symptom, shortest, instances }: ShrunkExecution,
  before: number,
  file: string,
): string {
  const { instance, execution } = recorded
  const { n, m } = instance.network
  const { compEvents, messages } = execution.measures
  const smaller = n < before ? `, where there were ${before}` : ': no smaller one goes wrong so'
  return [
    `violated           ${symptom}`,
    `instance           ${counted(n, 'processor')}, ${counted(m, 'channel')}${smaller}`,
    `execution          ${counted(compEvents, 'event')}, ${counted(messages, 'message')}${shortest ? '; no schedule goes wrong sooner' : ''}`,
    `found in ${counted(instances, 'instance')}; recorded in ${file}`,
  ]
    .map((line) => `  ${line}\n`)
    .join('')
}

/** The same on shared memory. */
export function describeShrunkShared(
  { recorded, symptom, n, smallest }: ShrunkShared,
  before: number,
  file: string,
): string {
  const fewer = n < before ? `, where there were ${before}` : ''
  const sooner = smallest ? '; no smaller system and no schedule of this one goes wrong sooner' : ''
  return [
    `violated           ${symptom}`,
    `processors         ${n}${fewer}`,
    `execution          ${counted(recorded.end.steps, 'step')}${sooner}`,
    `recorded in        ${file}`,
  ]
    .map((line) => `  ${line}\n`)
    .join('')
}

const counted = (count: number, noun: string): string => `${count} ${noun}${count === 1 ? '' : 's'}`
