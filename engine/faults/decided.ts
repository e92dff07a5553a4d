import type { Crash, Fault } from './fault.ts'
import type { Liar } from './liar.ts'
import { FaultPlan } from './plan.ts'

/** What is decided of one processor: how it crashes, how it lies, or, null, that it does neither. */
export type DecidedFault = { readonly crash: Crash } | { readonly liar: Liar } | null

/**
 * The faults of a plan that has not been asked yet, but for some processors, of which it is decided whether they crash or
 * lie. All others, and what becomes of messages, stay as the plan has them; so do processors that omit messages.
 */
export function decidedPlan(
  plan: FaultPlan | null,
  decided: ReadonlyMap<number, DecidedFault>,
): FaultPlan | null {
  const own: Fault = {
    crashes: entriesOf(decided, (fault) => ('crash' in fault ? fault.crash : null)),
    liars: entriesOf(decided, (fault) => ('liar' in fault ? fault.liar : null)),
  }
  const others = (plan?.faults ?? []).map((fault) => without(fault, decided))
  const made = new FaultPlan([...others, own])
  return others.length === 0 && made.failing.length === 0 ? null : made
}

function entriesOf<Part>(
  decided: ReadonlyMap<number, DecidedFault>,
  part: (fault: NonNullable<DecidedFault>) => Part | null,
): ReadonlyMap<number, Part> {
  const parts = new Map<number, Part>()
  for (const [processor, fault] of decided) {
    const found = fault === null ? null : part(fault)
    if (found !== null) parts.set(processor, found)
  }
  return parts
}

/** A fault without its crashes and lies of some processors. */
function without(fault: Fault, gone: ReadonlyMap<number, unknown>): Fault {
  const rest = <Part>(parts: ReadonlyMap<number, Part> = new Map()): ReadonlyMap<number, Part> =>
    new Map([...parts].filter(([processor]) => !gone.has(processor)))
  return Object.assign(Object.create(fault) as Fault, {
    crashes: rest(fault.crashes),
    liars: rest(fault.liars),
  })
}
