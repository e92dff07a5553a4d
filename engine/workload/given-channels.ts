import { InputError } from '../errors.ts'
import { assertDistinct, parseIntegerList } from '../specs/integer-list.ts'
import type { Request } from './workload.ts'

/** The channels of `0/2`, which is what an operation is asked with. Throws an InputError. */
export function readChannels(text: string | undefined, part: string): number[] {
  if (text === undefined)
    throw new InputError(`workload given: ${part} names no channels; write ${part.replace('@', '(0/2)@')}`)
  const where = `workload given: ${part}`
  const channels = parseIntegerList(text.replaceAll('/', '+'), Number.MAX_SAFE_INTEGER, where)
  assertDistinct(channels, where)
  return channels
}

/** Throws an InputError where a processor is asked with a channel that it does not have. */
export function assertChannels(
  asked: readonly (Request & { readonly processor: number })[],
  degree: (processor: number) => number,
): void {
  for (const { processor, operation, argument } of asked) {
    if (!Array.isArray(argument)) continue
    const channel = argument.find((one) => one >= degree(processor))
    if (channel === undefined) continue
    const [most, channels] = [degree(processor) - 1, argument.join('/')]
    throw new InputError(
      `workload given: ${processor}.${operation}(${channels}): p_${processor} has no channel ${channel}; its channels are 0 to ${most}`,
    )
  }
}
