import { nil, type SharedMoment, type SharedStory } from '../../engine/index.ts'

/** A value as people read it. */
export const valueWords = (value: unknown): string =>
  value === nil ? 'nil' : typeof value === 'number' ? String(value) : JSON.stringify(value)

/** What a step does, in a few signs: “want[0] := 1”, “turn = 1, waits”, “swap tail: nil → 0”. */
export function accessWords({ step }: SharedMoment, { first }: SharedStory): string {
  const { kind, variable, before, after, inVain } = step
  const { name } = first.variables[variable]!
  const [was, is] = [valueWords(before), valueWords(after)]
  switch (kind) {
    case 'read':
      return `${name} = ${was}`
    case 'await':
      return `${name} = ${was}${inVain ? ', waits' : ''}`
    case 'write':
      return `${name} := ${is}`
    case 'testAndSet':
      return `test&set ${name}: ${was} → ${is}`
    case 'fetchAndAdd':
      return `fetch&add ${name}: ${was} → ${is}`
    case 'swap':
      return `swap ${name}: ${was} → ${is}`
    case 'compareAndSwap':
      return `compare&swap ${name}: ${before === after ? `${was}, kept` : `${was} → ${is}`}`
    case 'modify':
      return `modify ${name}: ${was} → ${is}`
  }
}

/** What ran, in one line. */
export function settingWords({ header, moments }: SharedStory): string {
  const { n, passages, scheduler } = header
  const each = [...new Set(passages.filter((count) => count !== 0))]
  const participants = passages.filter((count) => count !== 0).length
  const who = participants === n ? `${n} processors` : `${n} processors, ${participants} of which take part`
  const [count] = each
  const made =
    each.length !== 1
      ? ''
      : count === null
        ? ', any number of passages each'
        : `, ${count} passage${count === 1 ? '' : 's'} each`
  const by = scheduler === null ? '' : `; scheduler ${scheduler}`
  const [start, last] = [moments[0]!.number, moments.at(-1)!.number]
  const part = start > 1 ? `; steps ${start} to ${last}` : ''
  return `${who}${made}${by}${part}`
}

/** Whether what happens is against what the algorithm promises. */
export function isBroken({ algorithm, end }: SharedStory): boolean {
  const promised = ['mutual exclusion', 'no deadlock', 'no lockout']
  if (end?.outcome === 'failed') return true
  return promised.slice(0, promised.indexOf(algorithm.guarantees) + 1).includes(end?.property ?? '')
}

/** What the execution shows, if it goes wrong or goes on for ever; null if it does neither, or the end is not shown. */
export function verdictWords({ header, moments, end }: SharedStory): string | null {
  if (end === null || end.steps !== moments.at(-1)!.number) return null
  const { property, outcome, shows, processor } = end
  const forEver = header.repeats_from === null ? null : end.steps - header.repeats_from
  const repeats = forEver === null ? null : `the last ${forEver === 1 ? 'step' : `${forEver} steps`} for ever`
  const wrong =
    property === 'mutual exclusion'
      ? 'mutual exclusion is violated'
      : property === 'no deadlock'
        ? 'nobody ever enters'
        : property === 'no lockout'
          ? `p${processor} never enters`
          : outcome === 'failed'
            ? `the next step of p${processor} fails`
            : shows === null
              ? null
              : shows.value === null
                ? `${shows.measure} has no bound`
                : `${shows.measure} = ${shows.value}, the largest`
  return [wrong, repeats].filter((part) => part !== null).join(': ') || null
}
