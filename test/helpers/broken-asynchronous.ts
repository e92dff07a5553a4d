import { isNew, type Passed, type SeenState } from '../../algorithms/broadcast-services/seen.ts'
import { algorithms } from '../../algorithms/index.ts'
import type { AnyAlgorithm, Processor } from '../../engine/index.ts'
import type { BrokenAlgorithm } from './broken-algorithm.ts'
import { brokenConsensus } from './broken-consensus.ts'

const named = (name: string): AnyAlgorithm => algorithms.find((one) => one.name === name)!

interface Ranked extends SeenState {
  /** By channel, how many processors on it is, in the order of identifiers, which begins anew after the last. */
  readonly ahead: readonly number[]
}

/**
 * Eager reliable broadcast that passes on to so many successors alone, in the order of identifiers. Whoever has something
 * can hide it from others only if all its successors crash when they hear of it: so f of them are enough, and less are not.
 */
function passingOn(successors: number): AnyAlgorithm {
  const eager = named('reliable-broadcast-eager')
  const { claims: _, ...rest } = eager
  return {
    ...rest,
    requires: { ...eager.requires, neighborIdentifiers: true, resilience: 'n > f' },
    // Everyone broadcasts once, at some time.
    service: { ...eager.service!, workload: 'closed:operations=1' },
    initially(input: { readonly id: number; readonly neighborIds: readonly number[] }): Ranked {
      const order = [...input.neighborIds, input.id].sort((a, b) => a - b)
      const own = order.indexOf(input.id)
      const ahead = input.neighborIds.map((id) => (order.indexOf(id) - own + order.length) % order.length)
      return { id: input.id, sent: 0, seen: {}, ahead }
    },
    uponReceiving: {
      broadcast(p: Processor<Passed>, { seen, ahead }: Ranked, message: Passed) {
        if (!isNew(seen, message)) return
        for (const [channel, distance] of ahead.entries())
          if (distance <= successors) p.send(channel, message)
        p.output('deliver', { from: message.from, value: message.value })
      },
    },
  } as unknown as AnyAlgorithm
}

/** What has come over so many others before. */
interface Hopping extends Passed {
  readonly hops: number
}

/**
 * Eager reliable broadcast in which nothing is passed on that has come over so many hops. What its sender and each after it
 * tells one other alone, and crashes, can be hidden by as many crashes as there are hops, the first one included.
 */
function forHops(most: number): AnyAlgorithm {
  const eager = named('reliable-broadcast-eager')
  const { claims: _, ...rest } = eager
  return {
    ...rest,
    requires: { ...eager.requires, resilience: 'n > f' },
    // Everyone broadcasts once, at some time.
    service: { ...eager.service!, workload: 'closed:operations=1' },
    uponReceiving: {
      broadcast(p: Processor<Passed>, { seen }: SeenState, message: Passed & Partial<Hopping>) {
        if (!isNew(seen, message)) return
        const hops = (message.hops ?? 1) + 1
        if (hops <= most) p.sendToAll(Object.assign({}, message, { hops }))
        p.output('deliver', { from: message.from, value: message.value })
      },
    },
  } as unknown as AnyAlgorithm
}

export const brokenAsynchronous: readonly BrokenAlgorithm[] = [
  {
    what: 'reliable broadcast in which nobody passes anything on',
    ...{ algorithm: passingOn(0), n: 4, f: 1, faults: 'crash:f=1', properties: ['everywhere'] },
  },
  {
    what: 'reliable broadcast that passes on to one successor, where two may crash',
    ...{ algorithm: passingOn(1), n: 5, f: 2, faults: 'crash:f=2', properties: ['everywhere'] },
  },
  {
    what: 'reliable broadcast that passes on to two successors, where three may crash',
    ...{ algorithm: passingOn(2), n: 6, f: 3, faults: 'crash:f=3', properties: ['everywhere'] },
  },
  {
    what: 'reliable broadcast that passes on to three successors, where four may crash',
    ...{ algorithm: passingOn(3), n: 7, f: 4, faults: 'crash:f=4', properties: ['everywhere'] },
  },
  {
    what: 'reliable broadcast that passes on once, where two may crash',
    ...{ algorithm: forHops(2), n: 5, f: 2, faults: 'crash:f=2', properties: ['everywhere'] },
  },
  {
    what: 'reliable broadcast that passes on twice, where three may crash',
    ...{ algorithm: forHops(3), n: 6, f: 3, faults: 'crash:f=3', properties: ['everywhere'] },
  },
  {
    what: 'two-phase commit whose coordinator may crash',
    ...{ algorithm: named('two-phase-commit'), n: 4, f: 1, faults: 'crash:f=1', properties: ['termination'] },
  },
  {
    what: 'Bracha’s broadcast with n = 3f',
    ...{
      algorithm: named('bracha-rb'),
      n: 3,
      f: 1,
      faults: 'byzantine:f=1',
      properties: ['termination', 'totality'],
    },
  },
  {
    what: 'Bracha’s broadcast with a liar too many',
    ...{ algorithm: named('bracha-rb'), n: 4, f: 1, faults: 'byzantine:f=2' },
    properties: ['agreement', 'totality', 'termination', 'validity'],
  },
  {
    what: 'Ben-Or among liars with n = 5f',
    ...{ algorithm: named('ben-or-byzantine'), n: 5, f: 1, faults: 'byzantine:f=1' },
    properties: ['agreement', 'validity', 'termination'],
  },
  {
    what: 'PBFT with a liar too many',
    ...{ algorithm: named('pbft'), n: 4, f: 1, faults: 'byzantine:f=2' },
    properties: ['agreement', 'validity', 'termination'],
  },
  ...brokenConsensus,
]
