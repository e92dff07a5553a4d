import type { Crossing } from '../../model/index.ts'
import type { SharedConfiguration, SharedStep } from '../../shared-memory/formal/index.ts'
import { crossingProblem } from '../crossings.ts'
import { sameData } from '../same-data.ts'
import type { RecordedStep } from './format.ts'

/** What is wrong with a recorded step, where the definitions come to this one; null if nothing is. */
export function stepProblem(
  recorded: RecordedStep,
  step: SharedStep,
  before: SharedConfiguration,
  after: SharedConfiguration,
): string | null {
  const { operation } = step
  const over = ends(step)
  const differs = (what: string, found: unknown, written: unknown): string | null =>
    sameData(found, written) ? null : `${what} is ${shown(found)}, but the record says ${shown(written)}`
  return (
    differs('its operation', operation, recorded.operation) ??
    differs('its line', step.line, recorded.line) ??
    differs('its access', step.kind, recorded.access) ??
    differs('its variable', before.variables[step.variable]!.name, recorded.variable) ??
    differs('the value before it', step.before, recorded.before) ??
    differs('the value after it', step.after, recorded.after) ??
    differs('the line after it', over ? 0 : step.next, recorded.next) ??
    waitsProblem(step, recorded) ??
    crossingProblem(recorded.crossings, crossingsOf(step)) ??
    stateProblem(recorded, before, after)
  )
}

const shown = (value: unknown): string => (typeof value === 'object' ? JSON.stringify(value) : String(value))

function waitsProblem({ inVain }: SharedStep, { waits }: RecordedStep): string | null {
  if (inVain === waits) return null
  return inVain ? 'it waits in vain, which the record does not say' : 'it does not wait in vain'
}

function stateProblem(
  { processor, state }: RecordedStep,
  before: SharedConfiguration,
  after: SharedConfiguration,
): string | null {
  const [old, now] = [before, after].map(({ processors }) => processors[processor]!.state)
  if (state === null)
    return sameData(now, JSON.parse(JSON.stringify(old)))
      ? null
      : `its local variables are ${JSON.stringify(now)}, but the record says that they are as before`
  return sameData(now, state)
    ? null
    : `its local variables are ${JSON.stringify(now)}, but the record says ${JSON.stringify(state)}`
}

const ends = ({ to }: SharedStep): boolean => to === 'critical' || to === 'remainder'

/** What crosses the interface of the processor in a step. */
function crossingsOf(step: SharedStep): Crossing[] {
  const { from, operation, argument, answer } = step
  const begins = from === 'remainder' || from === 'critical'
  const asked = argument == null ? {} : { argument }
  const answered = answer == null ? {} : { result: answer }
  return [
    ...(begins ? [{ kind: 'invocation', operation, ...asked } as const] : []),
    ...(ends(step) ? [{ kind: 'response', ...answered } as const] : []),
  ]
}
