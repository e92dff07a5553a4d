import { InputError } from '../errors.ts'
import type { ParameterValues } from '../specs/entry.ts'
import { assertDistinct, parseIntegerList } from '../specs/integer-list.ts'
import type { FaultContext, FaultFamily } from './fault-family.ts'

/** For a while, messages between two parts of the system are lost. */
export const partition: FaultFamily<'partition'> = {
  name: 'partition',
  summary: 'what is sent from one part of the system to the other is lost, from one time to another',
  title: 'partition',
  parameters: {
    from: { kind: 'number', default: 0, min: 0, description: 'when it begins' },
    to: { kind: 'number', description: 'when it is over; default: never' },
    part: { kind: 'text', description: 'the processors of one part, such as 0+1; default: half, at random' },
  },
  check(values) {
    const { from, to } = values as { readonly from: number; readonly to?: number }
    if (to !== undefined && to <= from)
      throw new InputError(`faults partition: from=${from},to=${to}: it must end after it begins`)
    partOf(values)
  },
  faulty: () => 0,
  create(context) {
    const { from, to = Number.POSITIVE_INFINITY } = context.values as { from: number; to?: number }
    const part = onePart(context)
    return {
      strikes: (sender, receiver, time) =>
        time >= from && time < to && part.has(sender) !== part.has(receiver) ? 'lost' : null,
    }
  },
}

function partOf({ part }: ParameterValues): readonly number[] | null {
  if (part === undefined) return null
  const where = `faults partition: part=${part}`
  const list = parseIntegerList(String(part), Number.MAX_SAFE_INTEGER, where)
  assertDistinct(list, where)
  return list
}

function onePart({ values, stream, instance: { network } }: FaultContext): ReadonlySet<number> {
  const { n } = network
  const given = partOf(values)
  const stranger = given?.find((p) => p >= n)
  if (stranger !== undefined)
    throw new InputError(
      `faults partition: part=${values.part}: there is no p_${stranger}; the processors are p_0 to p_${n - 1}`,
    )
  return new Set(given ?? stream.permutation(n).subarray(0, Math.floor(n / 2)))
}
