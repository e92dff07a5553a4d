import { InputError } from '../errors.ts'
import type { Crash } from './fault.ts'
import type { FaultContext, FaultFamily } from './fault-family.ts'
import { readCrashes } from './given-crashes.ts'
import { assertNeighbors } from './receivers.ts'

/**
 * Processors stop. In its last step a processor sends an arbitrary subset of what the step sends. Attiya & Welch, section
 * 5.1.1.
 */
export const crash: FaultFamily<'crash'> = {
  name: 'crash',
  summary: 'processors stop for good; in its last step each sends any part of what the step sends',
  title: 'crashes',
  parameters: {
    f: {
      kind: 'integer',
      min: 0,
      description: 'faulty processors',
      title: 'f',
    },
    by: {
      kind: 'number',
      min: 0,
      description: 'their last steps are the first ones after times between 0 and this; default: f',
    },
    pattern: {
      kind: 'text',
      default: 'random',
      choices: ['random', 'chain'],
      description:
        'chain: one in each round, from the smallest input on, and each tells nobody but the next one to crash',
    },
    given: {
      kind: 'text',
      description:
        'PROCESSOR@TIME, whose last step sends nothing; PROCESSOR@TIME/1/4 sends to p_1 and p_4 alone, PROCESSOR@TIME/all everything; separated by +',
    },
  },
  check({ f, by, given }) {
    if (given === undefined) return
    if (f !== undefined || by !== undefined)
      throw new InputError(
        `faults crash: given says who crashes and when; leave out ${f === undefined ? 'by' : 'f'}`,
      )
    readCrashes(String(given))
  },
  faulty: ({ f, given }) =>
    given === undefined ? ((f as number | undefined) ?? 1) : readCrashes(String(given)).length,
  create(context) {
    const { values } = context
    if (values.given !== undefined) return { crashes: given(context, String(values.given)) }
    return { crashes: values.pattern === 'chain' ? chain(context) : random(context) }
  },
}

function given({ take, instance: { network } }: FaultContext, text: string): Map<number, Crash> {
  const list = readCrashes(text)
  take(list.map(({ processor }) => processor))
  return new Map(
    list.map(({ processor, time, receivers }) => {
      assertNeighbors(network, processor, receivers, `faults crash: given=${text}`)
      return [processor, { time, reaches: (receiver) => receivers?.includes(receiver) ?? true }]
    }),
  )
}

/** Each at a time of its own; of its last messages a random part is sent, often none or all. */
function random({ values, choose, stream, timing }: FaultContext): Map<number, Crash> {
  const f = (values.f as number | undefined) ?? 1
  const by = (values.by as number | undefined) ?? f
  return new Map(
    choose(f).map((processor) => {
      const time = timing === 'synchronous' ? stream.integer(Math.floor(by) + 1) : by * stream.uniform()
      const part = 2 * stream.uniform() - 0.5
      return [processor, { time, reaches: () => stream.uniform() < part }]
    }),
  )
}

/** The chain that hides the smallest input for as long as can be. */
function chain({ values, choose, take, stream, instance }: FaultContext): Map<number, Crash> {
  const f = (values.f as number | undefined) ?? 1
  if (f === 0) return new Map()
  const { network, values: inputs } = instance
  let first = 0
  for (let p = 1; p < network.n; p++) if (inputs[p]! < inputs[first]!) first = p
  const links = [...take([first]), ...choose(f - 1)]
  const others = Array.from({ length: network.n }, (_, p) => p).filter((p) => !links.includes(p))
  if (others.length > 0) links.push(others[stream.integer(others.length)]!)
  return new Map(
    links
      .slice(0, f)
      .map((link, i) => [link, { time: i, reaches: (receiver: number) => receiver === links[i + 1] }]),
  )
}
