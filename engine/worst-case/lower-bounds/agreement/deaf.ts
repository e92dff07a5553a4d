import { InputError } from '../../../errors.ts'
import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm } from '../../../model/index.ts'
import { brokenBy, type FaultScript, runScript, scriptedRun } from '../../resilience/index.ts'

type Omission = FaultScript['omissions'][number]

/** What the adversary of Dolev and Reischuk has come to. */
export interface DeafProcessors {
  /** Those who hear less than they are sent. */
  readonly deaf: readonly number[]
  /** From so many senders each of them hears nothing. */
  readonly ignored: number
  /** (1 + ⌊f/2⌋)(1 + ⌈f/2⌉): what they must be sent. */
  readonly bound: number
  /** The most messages that were sent to them by others, over all inputs that were tried, by those who do not fail; and the inputs. */
  readonly messages: number
  readonly values: readonly number[]
  /** The execution in which one of them is correct, hears nothing and goes wrong; null if all are told by enough. */
  readonly wrong: {
    readonly processor: number
    readonly script: FaultScript
    readonly broken: { readonly property: string; readonly reason: string }
  } | null
  /** The execution in which they are all deaf, with the most messages to them. */
  readonly script: FaultScript
}

/**
 * The proof of Dolev and Reischuk (1985) that agreement takes (1 + f/2)² messages, against an algorithm in rounds: 1 + ⌊f/2⌋
 * processors behave well, but ignore what the first ⌈f/2⌉ of the others send them, and send each other nothing. If one of
 * them is told nothing else, those who told it may be faulty in its place: it is correct, hears nothing, and decides what
 * it decides alone, while all others decide as before. Omissions are all that it takes. Throws an InputError where the
 * theorem says nothing.
 */
export function deafProcessors(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  f: number,
): DeafProcessors {
  const { n } = instance.network
  if (f < 1 || n < f + 2)
    throw new InputError(
      `the theorem is about f ≥ 1 failures and n ≥ f + 2 processors; here n = ${n}, f = ${f}`,
    )
  const ignored = Math.ceil(f / 2)
  const deaf = Array.from({ length: n }, (_, p) => n - 1 - p)
    .filter((p) => p !== instance.root)
    .slice(0, 1 + Math.floor(f / 2))
  const plain = { deaf, ignored, bound: deaf.length * (1 + ignored) }
  let most: Pick<DeafProcessors, 'messages' | 'values' | 'script'> | null = null
  for (const [others, own] of [
    [0, 0],
    [0, 1],
    [1, 0],
    [1, 1],
  ] as const) {
    const values = Array.from({ length: n }, (_, p) => (deaf.includes(p) ? own : others))
    const heard = listen(algorithm, instance, values, { deaf, ignored })
    if (most === null || heard.messages > most.messages)
      most = { messages: heard.messages, values, script: heard.script }
    for (const p of deaf) {
      if (heard.from.get(p)!.length > ignored) continue
      const script = silentTo(p, heard, deaf)
      const broken = brokenBy(algorithm, instance, script)
      if (broken !== null) return { ...plain, ...most, wrong: { processor: p, script, broken } }
    }
  }
  return { ...plain, ...most!, wrong: null }
}

/** What comes to the deaf. */
interface Heard {
  readonly script: FaultScript
  readonly rounds: number
  /** By deaf processor, who sends it something, in the order of the first message. */
  readonly from: ReadonlyMap<number, readonly number[]>
  readonly messages: number
}

/** The execution in which they ignore the first senders. Who these are becomes clear one after the other. */
function listen(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  values: readonly number[],
  { deaf, ignored }: { readonly deaf: readonly number[]; readonly ignored: number },
): Heard {
  const ignores = new Map(deaf.map((p) => [p, [] as number[]]))
  for (let i = 0; ; i++) {
    const heard = attempt(algorithm, instance, values, deaf, ignores)
    if (i === ignored) return heard
    for (const p of deaf) {
      const next = heard.from.get(p)!.find((sender) => !ignores.get(p)!.includes(sender))
      if (next !== undefined) ignores.get(p)!.push(next)
    }
  }
}

function attempt(
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  values: readonly number[],
  deaf: readonly number[],
  ignores: ReadonlyMap<number, readonly number[]>,
): Heard {
  const omissions = (rounds: number): Omission[] =>
    deaf.flatMap((p) =>
      Array.from({ length: rounds }, (_, round) => [
        ...deaf
          .filter((q) => q !== p)
          .map((receiver) => ({ sender: p, receiver, round, fate: 'omitted' as const })),
        ...ignores.get(p)!.map((sender) => ({ sender, receiver: p, round, fate: 'unheard' as const })),
      ]).flat(),
    )
  const script = { values, crashes: [], omissions: omissions(roundsMax), liars: [], lies: [] }
  const from = new Map(deaf.map((p) => [p, [] as number[]]))
  let [sender, messages, rounds] = [-1, 0, 0]
  const note = (slot: number): void => {
    const receiver = receivers[slot]!
    if (!deaf.includes(receiver) || deaf.includes(sender)) return
    messages++
    if (!from.get(receiver)!.includes(sender)) from.get(receiver)!.push(sender)
  }
  const receivers = receiversBySlot(instance)
  runScript(algorithm, scriptedRun(algorithm, instance, script), {
    begins: (processor, time) => {
      sender = processor
      rounds = time
    },
    sends: note,
    strays: (_, slot, __, fate) => fate === 'unheard' && note(slot),
    ...{ wakes() {}, processes() {}, ends() {} },
  })
  if (rounds >= roundsMax) throw new InputError(`${algorithm.name} does not end in ${roundsMax} rounds`)
  return { script: { ...script, omissions: omissions(rounds) }, rounds, from, messages }
}

const roundsMax = 60

/** The execution in which a processor is not deaf but correct, and those who told it something fail to. */
function silentTo(p: number, { script, rounds, from }: Heard, deaf: readonly number[]): FaultScript {
  const others = script.omissions.filter(
    ({ sender, receiver, fate }) => (fate === 'omitted' ? sender : receiver) !== p,
  )
  // What it does not send to the others who are deaf, they do not hear.
  const unheard = deaf
    .filter((q) => q !== p)
    .flatMap((q) => everyRound(rounds, { sender: p, receiver: q, fate: 'unheard' }))
  const untold = from
    .get(p)!
    .flatMap((sender) => everyRound(rounds, { sender, receiver: p, fate: 'omitted' }))
  return { ...script, omissions: [...others, ...unheard, ...untold] }
}

const everyRound = (rounds: number, one: Omit<Omission, 'round'>): Omission[] =>
  Array.from({ length: rounds }, (_, round) => ({ ...one, round }))

function receiversBySlot({ network }: ComputedInstance): number[] {
  return Array.from({ length: network.n }, (_, p) =>
    Array.from({ length: network.degree(p) }, (_, channel) => network.neighbor(p, channel)),
  ).flat()
}
