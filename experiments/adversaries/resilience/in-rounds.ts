import {
  exploreFaults,
  type FaultExploration,
  searchFaults,
  shrinkScript,
  TooManyError,
} from '../../../engine/index.ts'
import { type FaultSubject, recordScript, recordScriptedRun } from '../faults/index.ts'
import type { ResilienceCell, System } from './system.ts'

/** Goes through all executions of a system in rounds; where they are too many, searches some of them. */
export function lookInRounds(
  subject: FaultSubject,
  { states, tries, seed }: Pick<System, 'states' | 'tries' | 'seed'>,
): ResilienceCell {
  const { algorithm, instance, model, setting } = subject
  const { spec: faults } = model
  const plain = { n: instance.network.n, f: instance.f, faults, cut: 0, beyond: setting.beyond ?? null }
  const found = explored(subject, states)
  const [violation] = found?.violations ?? []
  if (found !== null && (violation !== undefined || found.exhausted)) {
    const small = violation && (shrinkScript(algorithm, instance, violation) ?? violation)
    return {
      ...{ ...plain, evidence: 'exhaustive', executions: found.executions },
      costs: violation === undefined ? { messages: found.messages.max, rounds: found.rounds } : null,
      broken:
        small === undefined ? null : { ...small, lines: recordScript(subject, instance, small.script).lines },
    }
  }
  const { broken, executions } = searchFaults(algorithm, instance, model, { tries, seed, ...setting })
  const searched = { ...plain, evidence: 'searched', executions, costs: null } as const
  if (broken === null) return { ...searched, broken }
  const { property, reason, run } = broken
  return {
    ...searched,
    broken: { property, reason, script: null, lines: recordScriptedRun(algorithm, run()).lines },
  }
}

/** All executions, up to the first that breaks something; null if there are too many ways to lie. */
function explored(
  { algorithm, instance, model, setting }: FaultSubject,
  states: number,
): FaultExploration | null {
  try {
    return exploreFaults(algorithm, instance, model, { states, untilBroken: true, ...setting })
  } catch (error) {
    if (error instanceof TooManyError) return null
    throw error
  }
}
