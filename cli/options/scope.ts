import type { Command } from 'commander'
import { InputError, type RecordedEvent } from '../../engine/index.ts'

/** The options that choose a part of an execution. */
export interface ScopeOptions {
  readonly processors?: string
  readonly from?: number
  readonly to?: number
}

/** Adds them to a command. */
export function addScopeOptions(command: Command): Command {
  return command
    .option('--processors <list>', 'only these, such as 0,3,7 or 0..9')
    .option('--from <time>', 'only from this time on, on shared memory from this step on', timeOption('from'))
    .option('--to <time>', 'only up to this time or step', timeOption('to'))
}

/** A part of an execution; on shared memory, the times are numbers of steps. */
interface Scope {
  readonly processors: ReadonlySet<number> | null
  readonly from: number
  readonly to: number
}

export function scopeOf({ processors, from = 0, to = Number.POSITIVE_INFINITY }: ScopeOptions): Scope {
  if (from > to) throw new InputError(`--from ${from} is later than --to ${to}`)
  return { processors: processors === undefined ? null : new Set(parseProcessors(processors)), from, to }
}

export function inScope(
  { processors, from, to }: Scope,
  { time, processor }: Pick<RecordedEvent, 'time' | 'processor'>,
): boolean {
  return time >= from && time <= to && (processors?.has(processor) ?? true)
}

/** Whether a step of an execution on shared memory, by its number from 1, is in a part. */
export const stepInScope = (scope: Scope, step: number, processor: number): boolean =>
  inScope(scope, { time: step, processor })

function parseProcessors(text: string): number[] {
  return text.split(',').flatMap((part) => {
    const [, first, last] = /^(\d+)(?:\.\.(\d+))?$/.exec(part.trim()) ?? []
    const begin = Number(first)
    const end = last === undefined ? begin : Number(last)
    if (first === undefined || end < begin || end - begin > 100_000)
      throw new InputError(
        `--processors: “${part}” is neither a processor, such as 3, nor a range, such as 0..9`,
      )
    return Array.from({ length: end - begin + 1 }, (_, i) => begin + i)
  })
}

const timeOption =
  (name: string) =>
  (text: string): number => {
    const value = Number(text)
    if (text.trim() !== '' && Number.isFinite(value) && value >= 0) return value
    throw new InputError(`--${name} is “${text}”; it must be a time of at least 0`)
  }
