import { InputError } from '../errors.ts'

/** A crash as it is spelled: who, when, and to whom the last step still sends; null: to all. */
interface GivenCrash {
  readonly processor: number
  readonly time: number
  readonly receivers: readonly number[] | null
}

/** Reads `3@1.5+4@2/0/1+5@2/all`. Throws an InputError. */
export function readCrashes(text: string): readonly GivenCrash[] {
  const all = text.split('+').map((part) => readOne(part.trim(), text))
  for (const [i, { processor }] of all.entries())
    if (all.findIndex((other) => other.processor === processor) < i)
      throw new InputError(`faults crash: given=${text}: p_${processor} crashes twice`)
  return all
}

function readOne(part: string, text: string): GivenCrash {
  const [, processor, time, receivers = ''] = /^(\d+)@(\d+(?:\.\d+)?)((?:\/\d+)*|\/all)$/.exec(part) ?? []
  if (processor === undefined)
    throw new InputError(
      `faults crash: given=${text}: “${part}” is not PROCESSOR@TIME, such as 3@1.5, or 3@1.5/0/2 if the last step still sends to p_0 and p_2`,
    )
  return {
    processor: Number(processor),
    time: Number(time),
    receivers: receivers === '/all' ? null : receivers.split('/').slice(1).map(Number),
  }
}
