import type { Message } from '../model/index.ts'
import { writtenCrossing } from './crossings.ts'
import { contentsMax, type End, type Header, type RecordedEvent } from './format.ts'
import { writtenHeader } from './header.ts'

/** Writes the lines of a recorded execution; each ends in a line feed. The plain writer: see Recorder for speed. */
export class ExecutionWriter {
  readonly #header: Header
  #contents = new Map<string, number>()

  constructor(header: Header) {
    this.#header = header
  }

  header(neighbors: readonly (readonly number[])[] | null): string {
    return `${JSON.stringify({ ...writtenHeader(this.#header), neighbors })}\n`
  }

  event({
    time,
    processor,
    wakes,
    processed,
    sent,
    timeouts = [],
    crossings = [],
    detected,
    strays = [],
    copies = 0,
    lies = false,
    crashes = false,
    back,
    recovers = false,
    terminates,
  }: RecordedEvent): string {
    const out = sent.map(({ channel, message, arrival }) => {
      const content = this.#content(message)
      return this.#header.timing === 'synchronous' ? [channel, content] : [channel, content, arrival]
    })
    const line = {
      t: time,
      p: processor,
      ...(wakes ? { wakes } : {}),
      ...(processed.length > 0 ? { in: processed } : {}),
      ...(out.length > 0 ? { out } : {}),
      ...(timeouts.length > 0 ? { timeouts } : {}),
      ...(crossings.length > 0 ? { interface: crossings.map(writtenCrossing) } : {}),
      ...detected,
      ...(strays.length > 0
        ? { strays: strays.map(({ index, channel, message, fate }) => [index, channel, message, fate]) }
        : {}),
      ...(copies > 0 ? { copies } : {}),
      ...(lies ? { lies } : {}),
      ...(crashes ? { crashes } : {}),
      ...(back !== undefined ? { back } : {}),
      ...(recovers ? { recovers } : {}),
      ...(terminates ? { terminates } : {}),
    }
    return `${JSON.stringify(line)}\n`
  }

  end(end: End): string {
    return `${JSON.stringify({ end })}\n`
  }

  /** The number of a content that was written before, else the content itself. */
  #content(message: Message): Message | number {
    const text = JSON.stringify(message)
    const known = this.#contents.get(text)
    if (known !== undefined) return known
    if (this.#contents.size === contentsMax) this.#contents = new Map()
    this.#contents.set(text, this.#contents.size)
    return message
  }
}
