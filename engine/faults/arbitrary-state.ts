import { InputError } from '../errors.ts'
import type { AnyAlgorithm, Choose, Instance } from '../model/index.ts'
import type { FaultFamily } from './fault-family.ts'

/**
 * Processors begin in arbitrary states, as if something had overwritten their memories: an algorithm that stabilises by
 * itself gets over it. Nobody is faulty from then on. Dijkstra 1974; Dolev 2000.
 */
export const arbitraryState: FaultFamily<'arbitrary-state'> = {
  name: 'arbitrary-state',
  summary: 'processors begin in arbitrary states',
  title: 'arbitrary initial states',
  parameters: {
    given: {
      kind: 'text',
      description:
        'what the algorithm chooses for the state of each processor, as numbers from 0: 3/0/1+2/0/0 for two processors of three choices each; without it at random',
    },
  },
  check: ({ given }) => void (given !== undefined && readChoices(String(given))),
  faulty: () => 0,
  create({ algorithm, instance, values: { given }, streamOf }) {
    const begin = arbitraryStates(algorithm, instance)
    if (given === undefined)
      return { corrupts: (p, initial) => begin(p, initial, (count) => streamOf(p).integer(count)) }
    const lists = readChoices(String(given))
    const { n } = instance.network
    if (lists.length !== n)
      throw new InputError(
        `${where(given)}: the choices of ${n} processors are needed, not of ${lists.length}`,
      )
    // What does not fit is refused before anything runs.
    const states = lists.map((list, p) => begin(p, {}, following(list, p, where(given))))
    return { corrupts: (p, initial) => ({ ...initial, ...states[p] }) }
  },
}

/** The state in which a processor begins, of its initial one and what is chosen. Throws an InputError if there is none. */
export function arbitraryStates(
  { name, stabilises }: AnyAlgorithm,
  { network, ids, values, f = 0 }: Instance,
): (processor: number, initial: object, choose: Choose) => object {
  if (stabilises === undefined)
    throw new InputError(
      `${name} does not say in which states processors may begin; declare stabilises: { arbitrarily, legitimate }`,
    )
  const system = { n: network.n, f, ids: Array.from(ids), values: Array.from(values) }
  return (p, initial, choose) => ({
    ...initial,
    ...stabilises.arbitrarily({ ...system, degree: network.degree(p) }, choose),
  })
}

/** The choices of states as they are written. */
export const writtenChoices = (choices: readonly (readonly number[])[]): string =>
  choices.map((list) => list.join('/')).join('+')

const where = (given: unknown): string => `faults arbitrary-state: given=${given}`

function readChoices(text: string): number[][] {
  return text.split('+').map((list) =>
    list === ''
      ? []
      : list.split('/').map((choice) => {
          if (/^\d+$/.test(choice)) return Number(choice)
          throw new InputError(`${where(text)}: “${choice}” is no number from 0`)
        }),
  )
}

/** Chooses as it is told. Throws an InputError if that does not fit. */
function following(list: readonly number[], p: number, place: string): Choose {
  let next = 0
  return (count) => {
    const choice = list[next++]
    if (choice === undefined) throw new InputError(`${place}: p_${p} needs more than ${list.length} choices`)
    if (choice < count) return choice
    throw new InputError(`${place}: choice ${next} of p_${p} is ${choice}; it must be less than ${count}`)
  }
}
