import { InputError } from '../errors.ts'

/** A crash as it is spelled: who, when, for how long, and to whom the last step still sends; null: for good, to all. */
interface GivenCrash {
  readonly processor: number
  readonly time: number
  readonly down: number | null
  readonly receivers: readonly number[] | null
}

/** Reads `3@1.5+4@2/0/1+5@2/all`: crashes for good. Throws an InputError. */
export function readCrashes(text: string): readonly GivenCrash[] {
  const where = `faults crash: given=${text}`
  const all = text.split('+').map((part) => readOne(part.trim(), where))
  for (const [i, { processor, down }] of all.entries()) {
    if (down !== null)
      throw new InputError(`${where}: crashes are for good; write recover:given=… for some that are not`)
    if (all.findIndex((other) => other.processor === processor) < i)
      throw new InputError(`${where}: p_${processor} crashes twice`)
  }
  return all
}

/** A crash after which the processor comes back. */
type GivenOutage = GivenCrash & { readonly down: number }

/** Reads `3@1.5~2+3@9~1/0/1`: crashes after which processors come back, each one's in the order of time. Throws an InputError. */
export function readOutages(text: string): readonly GivenOutage[] {
  const where = `faults recover: given=${text}`
  const all = text.split('+').map((part): GivenOutage => {
    const { down, ...crash } = readOne(part.trim(), where)
    if (down !== null && down > 0) return { ...crash, down }
    throw new InputError(
      `${where}: “${part}” does not say for how long; write PROCESSOR@TIME~DURATION, such as 3@1.5~2`,
    )
  })
  for (const [i, { processor, time }] of all.entries())
    if (all.slice(0, i).some((other) => other.processor === processor && other.time >= time))
      throw new InputError(`${where}: the crashes of p_${processor} are not in the order of time`)
  return all
}

function readOne(part: string, where: string): GivenCrash {
  const [, processor, time, down, receivers = ''] =
    /^(\d+)@(\d+(?:\.\d+)?(?:e-\d+)?)(?:~(\d+(?:\.\d+)?))?((?:\/\d+)*|\/all)$/.exec(part) ?? []
  if (processor === undefined)
    throw new InputError(
      `${where}: “${part}” is not PROCESSOR@TIME, such as 3@1.5, or 3@1.5/0/2 if the last step still sends to p_0 and p_2`,
    )
  return {
    processor: Number(processor),
    time: Number(time),
    down: down === undefined ? null : Number(down),
    receivers: receivers === '/all' ? null : receivers.split('/').slice(1).map(Number),
  }
}
