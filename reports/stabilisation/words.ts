import { promises, type StabilisingStory } from '../../engine/index.ts'
import type { Heading } from '../shared-memory/parts.ts'

/** What stands above the picture of an execution. */
export function headingOf({ algorithm, header, moments, found }: StabilisingStory): Heading {
  const { neighbors, k, daemon } = header
  const { ok, repeated, legitimate_after: after, left, silent, steps } = found
  const [first, last] = [moments[0]!.number, moments.at(-1)!.number]
  const part = first > 0 || last < steps ? `; steps ${first} to ${last}` : ''
  const counted = (count: number) => (count === 1 ? 'step' : `${count} steps`)
  const verdict = left
    ? 'leaves the legitimate configurations'
    : after !== null
      ? `legitimate after ${after === 1 ? '1 step' : `${after} steps`}`
      : repeated > 0
        ? `never legitimate: the last ${counted(repeated)} for ever`
        : silent
          ? 'stuck: nobody is privileged'
          : null
  return {
    title: algorithm.title ?? algorithm.name,
    setting: `${neighbors.length} processors with ${k} states each; ${daemon} daemon${part}`,
    verdict: ok ? verdict : null,
    broken: (left || after === null) && promises({ algorithm, neighbors, k }, daemon),
  }
}
