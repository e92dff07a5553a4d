import type { formalShared } from '../../../../engine/index.ts'
import type { SharedRunShown } from '../../replay/shared/shared-run.ts'
import type { Inks } from '../inks.ts'

/** A processor in a section, from one step to another; steps are counted from 1. */
interface Stay {
  readonly processor: number
  readonly section: formalShared.Section
  readonly from: number
  readonly to: number
}

const known = new WeakMap<SharedRunShown, readonly Stay[]>()

/** Where each processor is when. */
export function sectionsIn(run: SharedRunShown): readonly Stay[] {
  const found = known.get(run) ?? staysIn(run)
  known.set(run, found)
  return found
}

function staysIn({ turns, first }: SharedRunShown): Stay[] {
  const stays: Stay[] = []
  const since = first.processors.map(({ section }) => ({ section, from: 0 }))
  const end = (processor: number, to: number) => {
    const { section, from } = since[processor]!
    stays.push({ processor, section, from, to })
  }
  for (const [i, { step }] of turns.entries()) {
    const { processor, to } = step
    if (to === since[processor]!.section) continue
    end(processor, i + 1)
    since[processor] = { section: to, from: i + 1 }
  }
  for (const processor of first.processors.keys()) end(processor, turns.length)
  return stays
}

/** How broad the line of a processor is in each section, as a part of what there is room for, and its colour. */
export const sectionInks = ({
  muted,
  fills,
}: Inks): Readonly<Record<formalShared.Section, { readonly part: number; readonly colour: string }>> => ({
  remainder: { part: 0.05, colour: muted },
  entry: { part: 0.35, colour: fills.changed },
  critical: { part: 1, colour: '#d95f02' },
  exit: { part: 0.35, colour: muted },
  operation: { part: 0.35, colour: fills.changed },
})
