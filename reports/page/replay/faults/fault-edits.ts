import { InputError, type Message, readCrashes } from '../../../../engine/index.ts'

/** In the step with this number, counted from 0, a liar sends this to a neighbour, in place of all that it would. */
interface Lie {
  readonly step: number
  readonly receiver: number
  readonly messages: readonly Message[]
}

/** The processor works as the algorithm says, whatever failed in it in the original run. */
interface Works {
  readonly kind: 'works'
  readonly processor: number
}

/** Its first step at this time, before scaling, or later is its last, which sends to these alone; null: to all. */
export interface Crashes {
  readonly kind: 'crashes'
  readonly processor: number
  readonly time: number
  readonly receivers: readonly number[] | null
}

/** It lies by a strategy of the catalogue, or, with the empty name, does what the algorithm says, but for these lies. */
export interface Lies {
  readonly kind: 'lies'
  readonly processor: number
  readonly strategy: string
  readonly lies: readonly Lie[]
}

/** The reader decides whether and how one processor fails. */
export type FaultEdit = Works | Crashes | Lies

/** With one more edit; it takes the place of an earlier one of the same processor. */
export function withFault(edits: readonly FaultEdit[], edit: FaultEdit): readonly FaultEdit[] {
  const known = edits.some(({ processor }) => processor === edit.processor)
  return known ? edits.map((other) => (other.processor === edit.processor ? edit : other)) : [...edits, edit]
}

/** What a liar does with other lies to a neighbour in a step; `messages` null: what it would. */
export function withLie(edit: Lies, step: number, receiver: number, messages: Lie['messages'] | null): Lies {
  const others = edit.lies.filter((lie) => lie.step !== step || lie.receiver !== receiver)
  return { ...edit, lies: messages === null ? others : [...others, { step, receiver, messages }] }
}

/** “2@1.5/0”: p_2 crashes; “3ok”: p_3 works; “0~mutate;4-2:…”: p_0 lies, in its step 4 to p_2 what stands there. */
export function faultText(edit: FaultEdit): string {
  const { kind, processor } = edit
  if (kind === 'works') return `${processor}ok`
  if (kind === 'crashes') return crashText(edit)
  const lies = edit.lies.map(
    ({ step, receiver, messages }) => `;${step}-${receiver}:${encodeURIComponent(JSON.stringify(messages))}`,
  )
  return `${processor}~${edit.strategy}${lies.join('')}`
}

/** A crash as faults are spelled: “2@1.5/0/3”. */
export const crashText = ({ processor, time, receivers }: Omit<Crashes, 'kind'>): string =>
  [`${processor}@${time}`, ...(receivers ?? ['all'])].join('/')

/** The edits that a text holds; of those that make no sense, nothing. */
export const readFaults = (text: string): readonly FaultEdit[] =>
  text
    .split(',')
    .flatMap(readFault)
    .reduce<readonly FaultEdit[]>((edits, edit) => withFault(edits, edit), [])

function readFault(text: string): FaultEdit[] {
  const [, works] = /^(\d+)ok$/.exec(text) ?? []
  if (works !== undefined) return [{ kind: 'works', processor: Number(works) }]
  const [, liar, strategy, lies] = /^(\d+)~(\w*)((?:;[^;]+)*)$/.exec(text) ?? []
  if (liar === undefined || strategy === undefined) return readCrash(text)
  const told = lies!.split(';').slice(1).flatMap(readLie)
  return [{ kind: 'lies', processor: Number(liar), strategy, lies: told }]
}

function readCrash(text: string): FaultEdit[] {
  try {
    return readCrashes(text).map(({ processor, time, receivers }) => ({
      ...{ kind: 'crashes', processor, time, receivers },
    }))
  } catch (error) {
    if (error instanceof InputError) return []
    throw error
  }
}

function readLie(text: string): Lie[] {
  const [, step, receiver, written] = /^(\d+)-(\d+):(.*)$/.exec(text) ?? []
  try {
    const messages: unknown = JSON.parse(decodeURIComponent(written ?? ''))
    const sound = Array.isArray(messages) && messages.every(isMessage)
    return sound ? [{ step: Number(step), receiver: Number(receiver), messages }] : []
  } catch {
    return []
  }
}

const isMessage = (value: unknown): value is Message =>
  typeof (value as { type?: unknown } | null)?.type === 'string'
