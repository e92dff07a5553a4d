import { InputError } from '../../errors.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import { beginningsOf, type Placed } from './beginnings.ts'
import type { FaultExploration, FaultExploreOptions } from './fault-exploration.ts'
import type { FaultModel } from './fault-model.ts'
import { FaultSearch, type RoundNode } from './fault-search.ts'
import { Findings, ReadMore } from './findings.ts'
import { assertLies } from './lie-options.ts'
import { NotSymmetric } from './round-steps.ts'

/**
 * All executions in rounds of an algorithm without coins in which faults are chosen within a model, with all inputs: who
 * fails and when, which messages of a last step are sent, which are omitted, what liars say to whom. Executions that come to
 * the same configuration at the end of a round go on as one. Where processors prove to be interchangeable, configurations
 * that differ only in who is who are one, too. Throws an InputError if there is no such thing.
 */
export function exploreFaults(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  model: FaultModel,
  options: FaultExploreOptions = {},
): FaultExploration {
  if (model.arbitrary)
    throw new InputError(
      `faults ${model.spec}: from arbitrary states one asks how long it takes to stabilise; admissible explore does`,
    )
  assertExplorable(algorithm, instance, model)
  const beginnings = beginningsOf(instance, model, options.inputs)
  let visible: ReadonlySet<string> = new Set()
  let symmetric = maybeSymmetric(algorithm, instance, model)
  for (;;) {
    const search = new FaultSearch(algorithm, instance, model, { visible, symmetric })
    try {
      return exploredFrom(search, beginnings, options)
    } catch (error) {
      // What was skipped may have made a difference.
      if (error instanceof ReadMore) visible = search.seen.names
      else if (error instanceof NotSymmetric) symmetric = false
      else throw error
    }
  }
}

function exploredFrom(
  search: FaultSearch,
  beginnings: readonly Placed[],
  options: FaultExploreOptions,
): FaultExploration {
  const { states = 2_000_000, rounds = 100, untilBroken = false, stopped = () => false } = options
  const findings = new Findings(search, options)
  // Many moves lead to the same configurations, but not so many.
  search.movesLeft = 20 * states
  let configurations = 0
  let exhausted = true
  for (const beginning of search.symmetric ? upToSymmetry(beginnings) : beginnings) {
    let level = [{ ...search.first(beginning), ways: beginning.ways }]
    while (level.length > 0 && !(untilBroken && findings.broken)) {
      configurations += level.length
      const next = new Map<string, RoundNode>()
      for (const node of level) {
        const over = search.isFinal(node)
        findings.look(node, beginning, over)
        if (over || (untilBroken && findings.broken)) continue
        const goes = configurations + next.size <= states && node.round < rounds && !stopped(configurations)
        if (!goes || !search.expand(node, beginning, next)) exhausted = false
      }
      level = [...next.values()]
    }
  }
  return findings.summary(configurations, exhausted && !(untilBroken && findings.broken))
}

/** Where processors are interchangeable, of inputs that differ only in who has which one vector stands for all. */
function upToSymmetry(beginnings: readonly Placed[]): Placed[] {
  const byText = new Map<string, Placed>()
  for (const one of beginnings) {
    const text = [...one.values].sort((a, b) => a - b).join()
    const known = byText.get(text)
    byText.set(text, known === undefined ? one : { ...known, ways: known.ways + one.ways })
  }
  return [...byText.values()]
}

/** Whether nothing that processors are told tells them apart. That what they do does not either is seen on the way. */
function maybeSymmetric(
  { requires, arrange }: AnyAlgorithm,
  { network, fields, weights, wakeTimes }: ComputedInstance,
  { kind }: FaultModel,
): boolean {
  const told =
    requires.identifiers ||
    requires.neighborIdentifiers ||
    requires.root ||
    requires.spanningTree ||
    requires.orientation ||
    arrange !== undefined ||
    Object.keys(fields).length > 0 ||
    weights !== null
  const { n } = network
  const complete = 2 * network.m === n * (n - 1)
  return (
    kind !== 'byzantine' && !told && complete && n <= 6 && Array.from(wakeTimes).every((time) => time === 0)
  )
}

function assertExplorable(algorithm: AnyAlgorithm, instance: ComputedInstance, { kind }: FaultModel): void {
  const { name, requires, uponRound, terminates, waits, service, stopWhen } = algorithm
  const trouble = requires.coins
    ? 'flips coins, whose outcomes nobody chooses'
    : requires.clocks
      ? 'reads clocks, and rounds have none'
      : requires.detector
        ? 'asks a failure detector, and what that says is not chosen'
        : service !== undefined
          ? 'offers a service, and who asks for what is not chosen here'
          : stopWhen !== undefined
            ? 'says itself when it stops (stopWhen)'
            : uponRound !== undefined && !terminates && waits === undefined
              ? 'never terminates, so its executions have no end'
              : null
  if (trouble !== null)
    throw new InputError(
      `${name} ${trouble}; faults are chosen in executions that go on in rounds to their end`,
    )
  if (Array.from(instance.wakeTimes).some((time) => time !== 0 && time !== Number.POSITIVE_INFINITY))
    throw new InputError('faults are chosen where all that wake by themselves do so at time 0')
  if (kind === 'byzantine') assertLies(algorithm, instance)
}
