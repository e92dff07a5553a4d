import type { Header, RecordedEvent } from './format.ts'
import { readHeader } from './read-header.ts'
import { LineReader } from './read-lines.ts'
import type { NumberedLine } from './verify.ts'

/** Takes in the blocks that a recorder writes, and tells of the events in them. */
export class LiveRecord {
  #reader: LineReader | null = null
  #number = 0
  readonly #onEvent: (event: RecordedEvent, line: number) => void
  readonly #decoder = new TextDecoder()

  constructor(onEvent: (event: RecordedEvent, line: number) => void) {
    this.#onEvent = onEvent
  }

  write(block: Uint8Array): void {
    for (const text of this.#decoder.decode(block).split('\n')) {
      if (text === '') continue
      this.#number++
      const place = () => `line ${this.#number}`
      if (this.#reader === null) this.#reader = new LineReader(readHeader(text, place), place)
      else {
        const line = this.#reader.read(text)
        if (line.kind === 'event') this.#onEvent(line.event, this.#number)
      }
    }
  }
}

/** The events among the lines of a record, up to its end. */
export function* eventsOf(
  header: Header,
  lines: Iterable<NumberedLine>,
  name: string,
): Generator<RecordedEvent> {
  let number = 1
  const reader = new LineReader(header, () => `${name}, line ${number}`)
  for (const line of lines) {
    number = line.number
    const read = reader.read(line.text)
    if (read.kind === 'end') return
    yield read.event
  }
}
