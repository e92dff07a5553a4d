import { faultKinds } from '../../../../engine/index.ts'
import type { Run, RunEvent } from '../run.ts'
import type { Crashes, FaultEdit, Lies } from './fault-edits.ts'

/** What a processor does at a moment, as the reader has decided or as it is in the original run. */
export interface Decision {
  readonly edit: FaultEdit
  /** Its latest step until then; the first one to come if it has taken none; undefined if it never takes any. */
  readonly event: RunEvent | undefined
  /** Which of its steps that is, from 0; and whether it has taken it yet. */
  readonly step: number
  readonly taken: boolean
}

/** How things stand with a processor after so many events of a run. */
export function decisionOf(
  run: Run,
  faults: readonly FaultEdit[],
  processor: number,
  done: number,
): Decision {
  const all = run.events.flatMap((event, i) => (event.processor === processor ? [{ event, i }] : []))
  // Whoever has terminated takes no step any more, though messages still reach it.
  const end = all.findIndex(({ event }) => event.terminates)
  const own = end < 0 ? all : all.slice(0, end + 1)
  const latest = own.findLastIndex(({ i }) => i < done)
  const step = Math.max(0, latest)
  const known = faults.find((edit) => edit.processor === processor)
  return { edit: known ?? asInRun(run, processor, own), event: own[step]?.event, step, taken: latest >= 0 }
}

/** The same processor, to crash in a step: in the one at which it does already, else in the latest. */
export function crashing(
  { event, edit }: Pick<Decision, 'event' | 'edit'>,
  receivers: Crashes['receivers'],
): Crashes {
  const time = edit.kind === 'crashes' ? edit.time : (event?.exact ?? 0)
  return { kind: 'crashes', processor: edit.processor, time, receivers }
}

/** The same, to lie; what is decided of its lies stays. */
export const lying = ({ edit }: Pick<Decision, 'edit'>, strategy: string): Lies => ({
  ...{ kind: 'lies', processor: edit.processor, strategy },
  lies: edit.kind === 'lies' ? edit.lies : [],
})

function asInRun(run: Run, processor: number, own: readonly { readonly event: RunEvent }[]): FaultEdit {
  if (run.liars.has(processor)) {
    const part = faultKinds.find(run.faults)?.parts.find(({ entry }) => entry.name === 'byzantine')
    return { kind: 'lies', processor, strategy: String(part?.values.strategy ?? ''), lies: [] }
  }
  const last = own.find(({ event }) => event.crashes)?.event
  if (last === undefined) return { kind: 'works', processor }
  const receivers = sentIn(run, last).map(({ to }) => to)
  return { kind: 'crashes', processor, time: last.exact, receivers }
}

/** To whom the algorithm sends in a step of a run, and what; what the crash keeps back included. */
export function sendsTo(run: Run, event: RunEvent): ReadonlyMap<number, readonly RunSent[]> {
  const kept = event.strays.filter(({ fate }) => fate === 'omitted')
  const by = new Map<number, RunSent[]>()
  const all = [...sentIn(run, event), ...kept].sort((a, b) => a.to - b.to)
  for (const one of all) by.set(one.to, [...(by.get(one.to) ?? []), one])
  return by
}

type RunSent = Pick<Run['messages'][number], 'to' | 'content'>

const sentIn = ({ messages }: Run, { firstSent, sent }: RunEvent): readonly RunSent[] =>
  messages.slice(firstSent, firstSent + sent)
