import { InputError } from '../errors.ts'
import type { Outage } from './fault.ts'
import type { FaultContext, FaultFamily } from './fault-family.ts'
import { readOutages } from './given-crashes.ts'
import { assertNeighbors } from './receivers.ts'
import { howMany, whoFails, whoParameters } from './who.ts'

/**
 * Processors crash and come back with what they have on stable storage. Whoever comes back each time is not faulty, but
 * *good*. Aguilera, Chen & Toueg 2000.
 */
export const recover: FaultFamily<'recover'> = {
  name: 'recover',
  summary: 'processors crash and come back with what they have on stable storage',
  title: 'crashes with recovery',
  parameters: {
    f: { ...whoParameters.f, description: 'processors that crash and come back; they are not faulty' },
    processors: whoParameters.processors,
    times: { kind: 'integer', default: 1, min: 1, description: 'how often each crashes' },
    by: { kind: 'number', default: 10, min: 0, description: 'they crash at times between 0 and this' },
    down: {
      kind: 'number',
      default: 3,
      min: 0,
      aboveMin: true,
      description: 'for how long they are down at most',
    },
    given: {
      kind: 'text',
      description:
        'PROCESSOR@TIME~DURATION, separated by +; what the last step still sends is said as for crashes: 3@1.5~2/1/4',
    },
  },
  check(values) {
    if (values.given === undefined) return void howMany('recover', values)
    if (values.f !== undefined || values.processors !== undefined)
      throw new InputError('faults recover: given says who crashes; leave out f and processors')
    readOutages(String(values.given))
  },
  faulty: () => 0,
  create: (context) => ({ outages: context.values.given === undefined ? random(context) : given(context) }),
}

function given({ values, take, timing, instance: { network } }: FaultContext): Map<number, Outage[]> {
  const list = readOutages(String(values.given))
  const outages = new Map<number, Outage[]>()
  take([...new Set(list.map(({ processor }) => processor))])
  for (const { processor, time, down, receivers } of list) {
    assertNeighbors(network, processor, receivers, `faults recover: given=${values.given}`)
    const reaches = (receiver: number) => receivers?.includes(receiver) ?? true
    const outage = { time, down: timing === 'synchronous' ? Math.ceil(down) : down, reaches }
    outages.set(processor, [...(outages.get(processor) ?? []), outage])
  }
  return outages
}

/** At random times, down for random times; of the last messages before a crash a random part is sent, often none or all. */
function random(context: FaultContext): Map<number, Outage[]> {
  const { values, stream, timing } = context
  const { by, down, times } = values as { readonly by: number; readonly down: number; readonly times: number }
  const inRounds = timing === 'synchronous'
  const who = whoFails('recover', context)
  if (values.processors === undefined && who.length < howMany('recover', values))
    throw new InputError(
      `faults recover: ${howMany('recover', values)} are to crash; there are ${who.length}`,
    )
  return new Map(
    who.map((processor) => {
      const begins = Array.from({ length: times }, () =>
        inRounds ? stream.integer(Math.floor(by) + 1) : by * stream.uniform(),
      ).sort((a, b) => a - b)
      return [
        processor,
        begins.map((time): Outage => {
          const part = 2 * stream.uniform() - 0.5
          const whole = down * (1 - stream.uniform())
          return {
            time,
            down: inRounds ? Math.ceil(whole) : whole,
            reaches: () => stream.uniform() < part,
          }
        }),
      ]
    }),
  )
}
