import { arbitraryStates, FaultPlan } from '../../faults/index.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { type FaultScript, failingIn } from './fault-script.ts'
import { ScriptedLiar } from './scripted-liar.ts'

/** The faults of a script, with which one execution can begin; null if nothing fails in it. */
export function scriptedPlan(
  { crashes, omissions, liars, lies, begins }: FaultScript,
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
): FaultPlan | null {
  if (crashes.length + omissions.length + liars.length === 0 && begins === undefined) return null
  const { network } = instance
  const fates = new Map(
    omissions.map(({ sender, receiver, round, fate }) => [`${sender} ${receiver} ${round}`, fate]),
  )
  return new FaultPlan([
    ...(begins === undefined ? [] : [{ corrupts: beginning(begins, algorithm, instance) }]),
    {
      crashes: new Map(
        crashes.map(({ processor, round, receivers }) => [
          processor,
          { time: round, reaches: (receiver) => receivers.includes(receiver) },
        ]),
      ),
    },
    {
      careless: new Set(omissions.map(failingIn)),
      strikes: (sender, receiver, time) => fates.get(`${sender} ${receiver} ${time}`) ?? null,
    },
    {
      liars: new Map(
        liars.map((liar) => {
          const own = lies.filter((lie) => lie.liar === liar)
          return [liar, new ScriptedLiar(own, (channel) => network.neighbor(liar, channel))]
        }),
      ),
    },
  ])
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
