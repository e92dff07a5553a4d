import { InputError } from '../../errors.ts'
import { Replica } from '../../executions/replica.ts'
import type { Sending, Status } from '../../formal/transition.ts'
import { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm, Received } from '../../model/index.ts'
import { goesOn } from '../../simulation/machine/goes-on.ts'
import { ringOf } from '../../topology/ring.ts'
import { assertSubject } from './assert-subject.ts'

/** What all processors have in common after a round. */
export interface AnonymousRound {
  /** 0 is the wake-up. */
  readonly round: number
  /** The state of p_0, and so of everyone while they are alike. */
  readonly state: object
  readonly status: Status
  /** The messages that each sends in the round. */
  readonly sent: number
}

/** A run on a ring whose processors have nothing to tell them apart. */
export interface AnonymousRun {
  readonly n: number
  /** As long as all are alike. */
  readonly rounds: readonly AnonymousRound[]
  /** The first round after which some processor is not as p_0 is; null if there was none. */
  readonly firstDifference: { readonly round: number; readonly processor: number } | null
  /** Whether the run came to its end before the limit of rounds. */
  readonly ended: boolean
  /** Which properties of the algorithm the configuration at the end does not have, and why. */
  readonly violated: readonly { readonly property: string; readonly reason: string }[]
}

/**
 * The symmetry argument for anonymous rings, carried out. Attiya & Welch, section 3.2; Angluin 1980. In a ring of
 * processors without identifiers, all of whom start alike and take their steps in lockstep, all send the same messages,
 * receive the same, and so remain alike: if one elects itself, all do, and hence no algorithm elects exactly one. That
 * they know n does not help. An asynchronous algorithm is subject to it as well: lockstep is one of its executions,
 * that in which every delay is 1.
 *
 * Here an algorithm runs, and after each round the states, the buffers and what was sent are compared. A difference means
 * that the algorithm is not deterministic: it keeps something outside its states. All inputs are 0. Throws an InputError if
 * the algorithm requires something that tells processors apart, and what the algorithm throws.
 */
export function runAnonymously(
  algorithm: AnyAlgorithm,
  n: number,
  { rounds: roundsMax = 1000 }: { readonly rounds?: number } = {},
): AnonymousRun {
  assertSubject(algorithm, 'the symmetry argument', excluded)
  if (!(Number.isSafeInteger(n) && n >= 3)) throw new InputError(`a ring needs n ≥ 3; here n = ${n}`)
  const network = ringOf(n, 'ring')
  const replica = new Replica(algorithm, new ComputedInstance(network, { values: new Uint8Array(n) }), 0)
  const rounds: AnonymousRound[] = []
  let inboxes: readonly (readonly Received[])[] = Array.from({ length: n }, () => [])
  let firstDifference: AnonymousRun['firstDifference'] = null
  let ended = false
  for (let round = 0; round <= roundsMax && !ended && firstDifference === null; round++) {
    const sent = inboxes.map((inbox, p) => replica.compute(p, round === 0, inbox, round).sent)
    const looks = sent.map((sendings, p) => text([replica.states[p], replica.status[p], sendings]))
    const processor = looks.findIndex((look) => look !== looks[0])
    if (processor >= 0) firstDifference = { round, processor }
    else
      rounds.push({
        round,
        state: structuredClone(replica.states[0]!),
        status: replica.status[0]!,
        sent: sent[0]!.length,
      })
    inboxes = inboxesOf(sent)
    const silent = sent.every((sendings) => sendings.length === 0)
    const running = n - replica.terminatedCount
    const awake = (p: number) => replica.status[p] === 'awake'
    ended =
      algorithm.stopWhen?.(replica, false) === true ||
      (silent && !goesOn(algorithm, replica.states, awake, running))
  }
  return { n, rounds, firstDifference, ended, violated: ended ? violatedIn(replica) : [] }

  /** By processor, what has been sent to it, in the order of its channels. */
  function inboxesOf(sent: readonly (readonly Sending[])[]): Received[][] {
    const inboxes = Array.from({ length: n }, (): Received[] => [])
    for (const [p, sendings] of sent.entries())
      for (const { channel, message } of sendings)
        inboxes[network.neighbor(p, channel)]!.push({ message, from: network.mirror(p, channel) })
    return inboxes.map((inbox) => inbox.sort((a, b) => a.from - b.from))
  }

  function violatedIn(final: Replica): AnonymousRun['violated'] {
    return Object.entries(algorithm.properties ?? {}).flatMap(([property, { check }]) => {
      const reason = check(final)
      return reason === true ? [] : [{ property, reason }]
    })
  }
}

const excluded = {
  identifiers: 'is about processors without identifiers',
  neighborIdentifiers: 'is about processors without identifiers',
  root: 'is about processors who are all alike',
  spanningTree: 'is about processors who are all alike',
  coins: 'is about deterministic algorithms',
} as const

/** Plain data as text, whatever its numbers. */
const text = (data: unknown): string =>
  JSON.stringify(data, (_, value) => {
    if (value === undefined) return 'undefined'
    return typeof value === 'number' && !Number.isFinite(value) ? String(value) : value
  })
