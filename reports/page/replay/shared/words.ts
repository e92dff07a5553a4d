import { nil, valueText as writtenValue } from '../../../../engine/index.ts'
import { processorText } from '../words.ts'
import type { Turn } from './shared-run.ts'

/** A value as people read it. */
export const valueText = (value: unknown): string =>
  value === nil ? 'nil' : typeof value === 'number' ? String(value) : JSON.stringify(value)

/** What a step does: “reads want[0] = 1 and waits”. */
function accessText({ step, before: { variables } }: Turn): string {
  const { kind, variable, before, after, inVain } = step
  const { name } = variables[variable]!
  const [was, is] = [valueText(before), valueText(after)]
  switch (kind) {
    case 'read':
      return `reads ${name} = ${was}`
    case 'await':
      return `reads ${name} = ${was}${inVain ? ' and waits' : ''}`
    case 'write':
      return `writes ${name} := ${is}`
    case 'testAndSet':
      return `test&set ${name}: was ${was}`
    case 'fetchAndAdd':
      return `fetch&add ${name}: was ${was}, is ${is}`
    case 'swap':
      return `swap ${name}: was ${was}, is ${is}`
    case 'compareAndSwap':
      return `compare&swap ${name}: was ${was}, ${before === after ? 'stays' : `is ${is}`}`
    case 'flip':
      return `flips ${name}: ${was}`
    case 'modify':
      return `changes ${name}: was ${was}, is ${is}`
  }
}

/** A step in one sentence. */
export function turnText(turn: Turn): string {
  const { step } = turn
  const { argument, answer } = step
  const asked = argument === undefined || argument === null ? '' : `(${writtenValue(argument)})`
  const came =
    answer !== undefined
      ? answer === null
        ? ', and is done'
        : `, and answers ${writtenValue(answer)}`
      : step.to === step.from
        ? ''
        : step.to === 'critical'
          ? ', and enters its critical section'
          : step.to === 'remainder'
            ? ', and has left'
            : ''
  return `${processorText(step.processor)}, ${step.operation}${asked} line ${step.line}: ${accessText(turn)}${came}.`
}

/** Why the access is remote or local, in each model of memory. */
export function remoteText({ step, remote, before, heldBefore }: Turn): string {
  const { processor, variable, kind } = step
  if (kind === 'flip') return 'A flip of a coin accesses nothing.'
  const { home } = before.variables[variable]!
  const reads = kind === 'read' || kind === 'await'
  const copy = heldBefore.get(processor)
  const cached = remote.cc
    ? reads
      ? `remote in a cache-coherent memory: ${processorText(processor)} has no valid copy`
      : 'remote in a cache-coherent memory: it writes through, and the copies of others become invalid'
    : 'local in a cache-coherent memory: there is a valid copy'
  const back = !reads && copy === 'only' ? '; local if caches write back' : ''
  const distributed = remote.dsm
    ? `remote in a distributed one: it lives ${home === null ? 'nowhere' : `at ${processorText(home)}`}`
    : 'local in a distributed one: it lives here'
  return `${cached}${back}; ${distributed}.`
}
