import type { StepListener, TakenStep } from '../../shared-memory/index.ts'
import type { SharedEnd, SharedHeader } from './format.ts'

/**
 * Records an execution on shared memory while it runs: turns its steps into the lines of the format, and hands them over in
 * blocks of whole lines, which are the writer’s to keep.
 */
export class SharedRecorder implements StepListener {
  /** Steps recorded. */
  steps = 0
  /** When the last of them was taken. */
  time: number | null = null
  readonly #write: (block: Uint8Array) => void
  readonly #encoder = new TextEncoder()
  #text: string
  /** By variable, its name as JSON. */
  readonly #names: readonly string[]
  /** By processor, its local variables as they were written last. */
  readonly #states: string[]

  /** `states` are the local variables that processors begin with. */
  constructor(header: SharedHeader, states: readonly object[], write: (block: Uint8Array) => void) {
    this.#write = write
    this.#names = header.variables.map(({ name }) => JSON.stringify(name))
    this.#states = states.map((state) => JSON.stringify(state))
    this.#text = `${JSON.stringify(header)}\n`
  }

  step(taken: TakenStep): void {
    const { time, processor, operation, line, kind, variable, before, after, next, waits } = taken
    const at = time === null ? '' : `"t":${time},`
    const values = after === before ? text(before) : `${text(before)},"after":${text(after)}`
    this.#text += `{${at}"p":${processor},"op":"${operation}","line":${line},"access":"${kind}","variable":${this.#names[variable]},"before":${values},"next":${next}${waits ? ',"waits":true' : ''}${crossings(taken)}${this.#changed(taken)}}\n`
    this.steps++
    this.time = time
    if (this.#text.length >= blockLength) this.#flush()
  }

  /** Writes the last line. */
  finish(end: SharedEnd): void {
    this.#text += `${JSON.stringify({ end })}\n`
    this.#flush()
  }

  /** The local variables, if they have changed. */
  #changed({ processor, state }: TakenStep): string {
    const text = JSON.stringify(state)
    if (text === this.#states[processor]) return ''
    this.#states[processor] = text
    return `,"state":${text}`
  }

  #flush(): void {
    this.#write(this.#encoder.encode(this.#text))
    this.#text = ''
  }
}

/** What crosses the interface in a step: what `writtenCrossing` makes of it, spelled out. */
function crossings({ begins, ends, operation, argument, answer }: TakenStep): string {
  if (!begins && !ends) return ''
  const invocation = begins ? `["invocation","${operation}"${value(argument)}]` : ''
  const response = ends ? `["response"${value(answer)}]` : ''
  return `,"interface":[${invocation}${begins && ends ? ',' : ''}${response}]`
}

const value = (crossing: unknown): string => (crossing === null ? '' : `,${text(crossing)}`)

const text = (value: unknown): string => (typeof value === 'number' ? `${value}` : JSON.stringify(value))

const blockLength = 1 << 16
