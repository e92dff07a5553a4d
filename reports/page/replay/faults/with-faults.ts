import {
  type AnyAlgorithm,
  beyondResilience,
  type DecidedFault,
  DecidedLiar,
  decidedPlan,
  faultKinds,
  none,
  type PreparedCell,
  readCrashes,
  Streams,
  strategies,
} from '../../../../engine/index.ts'
import { channelTo } from '../channel-to.ts'
import type { FaultEdit, Lies } from './fault-edits.ts'
import { editedSpec } from './fault-spec.ts'

/** A prepared cell and its algorithm; `seed` is that of the cell. */
interface Whole {
  readonly algorithm: AnyAlgorithm
  readonly prepared: PreparedCell
  readonly seed: number
}

/**
 * The cell with what the reader decides of single processors. What the algorithm is told of f stays, so that it may be
 * beyond its resilience.
 */
export function withFaults(whole: Whole, edits: readonly FaultEdit[]): PreparedCell {
  const { algorithm, prepared } = whole
  const { beyond: _, faults: original = none, ...setting } = prepared.setting
  const { network, f = 0 } = prepared.instance
  const { n } = network
  const own = edits.filter(({ processor }) => isDecidable(prepared, processor))
  const plan = decidedPlan(
    prepared.faults ?? null,
    new Map(own.map((edit) => [edit.processor, decided(edit, whole)])),
  )
  const kept = crashesGiven(original, n).filter((one) =>
    own.every((edit) => edit.processor !== one.processor),
  )
  const faults = editedSpec(original, {
    n,
    crashes: [...kept, ...own.filter((edit) => edit.kind === 'crashes')],
    crashing: plan?.crashing.length ?? 0,
    liars: [...(plan?.liars.keys() ?? [])],
  })
  const beyond = beyondResilience(algorithm, { n, f, faults })
  return {
    ...prepared,
    faults: plan,
    setting: { ...setting, ...(faults !== none && { faults }), ...(beyond !== null && { beyond }) },
  }
}

/** Whether the reader can decide of a processor: not if it comes back after crashes, or is to omit messages. */
export function isDecidable({ faults, instance }: PreparedCell, processor: number): boolean {
  const otherwise = faults?.faults.some(
    ({ careless, outages }) => careless?.has(processor) === true || outages?.has(processor) === true,
  )
  return processor < instance.network.n && otherwise !== true
}

function decided(edit: FaultEdit, whole: Whole): DecidedFault {
  if (edit.kind === 'works') return null
  if (edit.kind === 'lies') return { liar: liarOf(edit, whole) }
  const { time, receivers } = edit
  return { crash: { time, reaches: (receiver) => receivers?.includes(receiver) ?? true } }
}

/** A strategy has the random numbers that it would have in a sweep. */
function liarOf({ processor, strategy, lies }: Lies, { algorithm, prepared, seed }: Whole): DecidedLiar {
  const { instance } = prepared
  const told = lies.map(({ step, receiver, messages }) => ({
    ...{ step, messages },
    channel: channelTo(instance.network, processor, receiver),
  }))
  const random = new Streams(seed).stream('faults/byzantine/processor', processor)
  const usual = isStrategyOf(algorithm, strategy)
    ? strategies[strategy]!.create({ algorithm, instance, processor, random })
    : undefined
  return new DecidedLiar(
    told.filter(({ channel }) => channel >= 0),
    usual,
  )
}

/** Whether liars of an algorithm can follow a strategy. */
export function isStrategyOf({ alphabet }: AnyAlgorithm, name: string): boolean {
  const known = Object.hasOwn(strategies, name) ? strategies[name]! : null
  return known !== null && (known.needsAlphabet !== true || alphabet !== undefined)
}

/** The crashes that faults name, each with its time. */
function crashesGiven(spec: string, n: number): ReturnType<typeof readCrashes> {
  const part = faultKinds.at(spec, n).parts.find(({ entry }) => entry.name === 'crash')
  const text = part?.values.given
  return text === undefined ? [] : readCrashes(String(text))
}
