import { arbitraryStates, createFaults, FaultPlan } from '../../faults/index.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { Streams } from '../../random.ts'
import { type FaultScript, failingIn, type Mistakes, specOfMistakes } from './fault-script.ts'
import { ScriptedLiar } from './scripted-liar.ts'

/** The faults of a script, with which one execution can begin; null if nothing fails in it. */
export function scriptedPlan(
  { crashes, omissions, liars, lies, alterations = [], mistakes, begins, paces }: FaultScript,
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
): FaultPlan | null {
  if (
    crashes.length + omissions.length + liars.length === 0 &&
    begins === undefined &&
    mistakes === undefined
  )
    return null
  const { network } = instance
  const turnOf = counting()
  const fates = new Map(
    omissions.map(({ sender, receiver, round, fate }) => [`${sender} ${receiver} ${round}`, fate]),
  )
  return new FaultPlan([
    ...(mistakes === undefined ? [] : mistaken(mistakes, algorithm, instance)),
    ...(begins === undefined ? [] : [{ corrupts: beginning(begins, algorithm, instance) }]),
    {
      crashes: new Map(
        crashes.map(({ processor, round, receivers }) => [
          processor,
          {
            ...(paces === undefined ? { time: round } : { time: 0, isDue: afterOthers(round) }),
            reaches: (receiver) => receivers.includes(receiver),
          },
        ]),
      ),
    },
    {
      careless: new Set(omissions.map(failingIn)),
      strikes: (sender, receiver, time) => {
        const turn = paces === undefined ? time : turnOf(`${sender} ${receiver}`)
        return fates.get(`${sender} ${receiver} ${turn}`) ?? null
      },
    },
    {
      liars: new Map(
        liars.map((liar) => {
          const own = lies.filter((lie) => lie.liar === liar)
          return [
            liar,
            new ScriptedLiar(
              own,
              alterations.filter((one) => one.liar === liar),
              (channel) => network.neighbor(liar, channel),
            ),
          ]
        }),
      ),
    },
  ])
}

const mistaken = (mistakes: Mistakes, algorithm: AnyAlgorithm, instance: ComputedInstance) =>
  createFaults(specOfMistakes(mistakes), algorithm, instance, 'asynchronous', new Streams(mistakes.seed))!
    .faults

/** Whether it is asked for the first time after so many others. */
function afterOthers(count: number): () => boolean {
  let asked = 0
  return () => asked++ === count
}

/** How often it was asked for the same before. */
function counting(): (key: string) => number {
  const counts = new Map<string, number>()
  return (key) => {
    const count = counts.get(key) ?? 0
    counts.set(key, count + 1)
    return count
  }
}

function beginning(
  begins: readonly (readonly number[])[],
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
): (processor: number, initial: object) => object {
  const begin = arbitraryStates(algorithm, instance)
  return (p, initial) => {
    let next = 0
    return begin(p, initial, () => begins[p]![next++]!)
  }
}
