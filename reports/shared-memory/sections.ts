import type { formalShared, SharedStory } from '../../engine/index.ts'
import { defaultTheme } from '../themes/index.ts'
import { answerWords, askedWords } from './words.ts'

const { ink, series } = defaultTheme

/** A processor in one of its sections, from the step with which it came there to the one with which it leaves. */
interface SectionSpan {
  readonly processor: number
  readonly section: formalShared.Section
  /** The places of these steps among those shown; −1 before the first, their number after the last. */
  readonly from: number
  readonly to: number
}

/** Where each processor is when. The first step of an entry is part of it, and so is the last of an exit. */
export function sectionSpans({ processors, first, moments }: SharedStory): SectionSpan[] {
  return processors.flatMap((processor) => {
    const spans: SectionSpan[] = []
    let section = first.processors[processor]!.section
    let from = -1
    for (const [place, { step }] of moments.entries()) {
      if (step.processor !== processor || step.to === section) continue
      spans.push({ processor, section, from, to: place })
      // An operation of a single step goes through its section all the same.
      section = step.to
      from = place
    }
    spans.push({ processor, section, from, to: moments.length })
    return spans.filter((span) => span.to > span.from)
  })
}

/** How a processor’s line looks in each section: its breadth and its colour. */
export const sectionLooks: Readonly<
  Record<formalShared.Section, { readonly breadth: number; readonly colour: string; readonly name: string }>
> = {
  remainder: { breadth: 1, colour: ink.axis, name: 'remainder section' },
  entry: { breadth: 4, colour: '#8fbcd9', name: 'entry section' },
  critical: { breadth: 10, colour: series[1]!.colour, name: 'critical section' },
  exit: { breadth: 4, colour: '#b9b9b9', name: 'exit section' },
  operation: { breadth: 4, colour: '#8fbcd9', name: 'operation' },
}

/** An operation of an object, in words, with the places of its first and its last step and of the one that comes next. */
interface OperationSpan {
  readonly processor: number
  readonly text: string
  readonly from: number
  readonly to: number
  readonly next: number | null
}

/** The operations that begin with a step that is shown; none of a lock. */
export function operationSpans({ moments, processors }: SharedStory): OperationSpan[] {
  return processors.flatMap((processor) => {
    const own = [...moments.entries()].filter(([, { step }]) => step.processor === processor)
    const begun = own.flatMap(([from, moment]) => {
      const asked = askedWords(moment)
      return asked === null ? [] : [{ from, asked }]
    })
    return begun.map(({ from, asked }, i) => {
      const next = begun[i + 1]?.from ?? null
      const [to, last] = own.filter(([place]) => place >= from && (next === null || place < next)).at(-1)!
      const answer = answerWords(last)
      return { processor, text: answer === null ? asked : `${asked} ⇒ ${answer}`, from, to, next }
    })
  })
}
