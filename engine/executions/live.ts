import type { RecordedEvent } from './format.ts'
import { readHeader } from './read-header.ts'
import { LineReader } from './read-lines.ts'

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
