import { FaultPlan } from '../../faults/index.ts'
import type { Network } from '../../model/index.ts'
import { type FaultScript, failingIn } from './fault-script.ts'
import { ScriptedLiar } from './scripted-liar.ts'

/** The faults of a script, with which one execution can begin; null if nothing fails in it. */
export function scriptedPlan(
  { crashes, omissions, liars, lies }: FaultScript,
  network: Network,
): FaultPlan | null {
  if (crashes.length + omissions.length + liars.length === 0) return null
  const fates = new Map(
    omissions.map(({ sender, receiver, round, fate }) => [`${sender} ${receiver} ${round}`, fate]),
  )
  return new FaultPlan([
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
