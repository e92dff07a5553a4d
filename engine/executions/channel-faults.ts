import type { ParameterValues } from '../specs/entry.ts'

/** A message that is lost. */
interface Loss {
  readonly sender: number
  readonly receiver: number
  readonly time: number
}

/** Why channels may not lose a message; null if they may. `lost` counts those since one got through, and notes this one. */
export function lossProblem(
  kinds: ReadonlyMap<string, ParameterValues>,
  lost: Map<string, number>,
  { sender, receiver, time }: Loss,
): string | null {
  const partition = kinds.get('partition')
  if (partition !== undefined && isCut(partition, { sender, receiver, time })) return null
  const loss = kinds.get('loss')
  if (loss === undefined)
    return `a message from p_${sender} to p_${receiver} is lost, but channels lose none now`
  const channel = `${sender} ${receiver}`
  const inRow = (lost.get(channel) ?? 0) + 1
  lost.set(channel, inRow)
  const row = loss.row as number
  return inRow <= row
    ? null
    : `${inRow} messages in a row are lost from p_${sender} to p_${receiver}, more than ${row}`
}

/** Whether a partition may take the message: of a random one, the record does not say who is where. */
function isCut({ from, to, part }: ParameterValues, { sender, receiver, time }: Loss): boolean {
  if (time < (from as number) || time >= ((to as number | undefined) ?? Number.POSITIVE_INFINITY))
    return false
  if (part === undefined) return true
  const members = String(part).split('+').map(Number)
  return members.includes(sender) !== members.includes(receiver)
}
