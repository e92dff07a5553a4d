import {
  type AnyAlgorithm,
  type Choosable,
  type ComputedInstance,
  choicesFor,
  parseInputs,
} from '../../../engine/index.ts'

const words: Readonly<Record<Choosable, string>> = {
  schedule: 'schedule',
  ids: 'identifiers',
  ports: 'channel numbers',
  root: 'root',
  wakeup: 'wake-ups',
  values: 'input values',
  operations: 'when operations are asked for',
}

/** For people: “schedule, identifiers”. */
export const choiceWords = (choices: readonly Choosable[]): string =>
  choices.map((name) => words[name]).join(', ')

/**
 * What an adversary chooses in a sweep: what happens next, and what the inputs leave to chance of the instance, as far as
 * the algorithm is promised nothing about it. Who wakes by itself is as the cell says; and so is the root where not all
 * do, since it may be the root that wakes.
 */
export function choicesOf(
  algorithm: AnyAlgorithm,
  problem: ComputedInstance,
  inputs: string,
): readonly Choosable[] {
  const given = new Set(['wakeup', ...Object.keys(parseInputs(inputs).given)])
  if (Array.from(problem.wakeTimes).some((time) => time !== 0)) given.add('root')
  return choicesFor(algorithm, problem).filter((name) => !given.has(name))
}
