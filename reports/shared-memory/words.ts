import { isSharedObject, nil, type SharedMoment, type SharedStory } from '../../engine/index.ts'

/** A value as people read it; records as {value: 7, seq: 1}. */
export function valueWords(value: unknown): string {
  if (value === nil) return 'nil'
  if (Array.isArray(value)) return `[${value.map(valueWords).join(', ')}]`
  if (typeof value !== 'object' || value === null) return String(value)
  return `{${Object.entries(value)
    .map(([key, held]) => `${key}: ${valueWords(held)}`)
    .join(', ')}}`
}

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
    case 'flip':
      return `flip ${name}: ${was}`
    case 'modify':
      return `modify ${name}: ${was} → ${is}`
  }
}

/** The operation of an object that begins with a step: “push(5)”; null if none does. */
export const askedWords = ({ step: { operation, argument } }: SharedMoment): string | null =>
  argument === undefined ? null : argument === null ? operation : `${operation}(${valueWords(argument)})`

/** What an operation of an object answers with a step: “[0, 2]”, “done”; null if none does. */
export const answerWords = ({ step: { answer } }: SharedMoment): string | null =>
  answer === undefined ? null : answer === null ? 'done' : valueWords(answer)

/** What ran, in one line. */
export function settingWords({ algorithm, header, moments }: SharedStory): string {
  const { n, passages, scheduler } = header
  const each = [...new Set(passages.filter((count) => count !== 0))]
  const participants = passages.filter((count) => count !== 0).length
  const who = participants === n ? `${n} processors` : `${n} processors, ${participants} of which take part`
  const [count] = each
  const noun = isSharedObject(algorithm) ? 'operation' : 'passage'
  const made =
    each.length !== 1
      ? ''
      : count === null
        ? `, any number of ${noun}s each`
        : `, ${count} ${noun}${count === 1 ? '' : 's'} each`
  const by = scheduler === null ? '' : `; scheduler ${scheduler}`
  const [start, last] = [moments[0]!.number, moments.at(-1)!.number]
  const part = start > 1 ? `; steps ${start} to ${last}` : ''
  return `${who}${made}${by}${part}`
}

/** Whether what happens is against what the algorithm promises. */
export function isBroken({ algorithm, end }: SharedStory): boolean {
  if (end?.outcome === 'failed') return true
  if (isSharedObject(algorithm)) {
    const { guarantees, progress } = algorithm
    const kinds = ['blocking', 'lock-free', 'wait-free']
    const promised = [guarantees, ...kinds.slice(1, kinds.indexOf(progress) + 1)]
    return promised.includes(end?.property ?? '')
  }
  const promised = ['mutual exclusion', 'no deadlock', 'no lockout']
  return promised.slice(0, promised.indexOf(algorithm.guarantees) + 1).includes(end?.property ?? '')
}

/** What the execution shows, if it goes wrong or goes on for ever; null if it does neither, or the end is not shown. */
export function verdictWords({ header, moments, end }: SharedStory): string | null {
  if (end === null || end.steps !== moments.at(-1)!.number) return null
  const { property, outcome, shows, processor } = end
  const forEver = header.repeats_from === null ? null : end.steps - header.repeats_from
  const repeats = forEver === null ? null : `the last ${forEver === 1 ? 'step' : `${forEver} steps`} for ever`
  const wrong =
    outcome === 'failed'
      ? `the next step of p${processor} fails`
      : property !== null
        ? (violations[property]?.(processor) ?? `the history is not ${property}`)
        : shows === null
          ? null
          : shows.value === null
            ? `${shows.measure} has no bound`
            : `${shows.measure} = ${shows.value}, the largest`
  return [wrong, repeats].filter((part) => part !== null).join(': ') || null
}

const violations: Readonly<Record<string, (processor: number | null) => string>> = {
  'mutual exclusion': () => 'mutual exclusion is violated',
  'no deadlock': () => 'nobody ever enters',
  'no lockout': (p) => `p${p} never enters`,
  'lock-free': () => 'no operation ever ends',
  'wait-free': (p) => `the operation of p${p} never ends`,
}
