import type { Detected, HistoryEvent, Message } from '../model/index.ts'
import type { Observer } from '../simulation/machine/observer.ts'
import type { Graph } from '../topology/graph.ts'
import { ByteWriter } from './byte-writer.ts'
import { writtenCrossing } from './crossings.ts'
import { FaultFields } from './fault-fields.ts'
import { contentsMax, type End, type Header, type RecordedStray } from './format.ts'
import { writeHeader } from './header.ts'
import { InTransit } from './in-transit.ts'
import { writeMessage } from './write-message.ts'

/**
 * Records an execution while it runs: turns what it observes into the lines of the format, and hands them over in
 * blocks of whole lines, which `write` must use up before it returns. Keeps what is in transit, no more.
 */
export class Recorder implements Observer {
  /** Computation events recorded. */
  events = 0
  readonly #write: (block: Uint8Array) => void
  readonly #synchronous: boolean
  readonly #graph: Graph
  readonly #line = new ByteWriter()
  /** Where the line of the event at work begins. */
  #start = 0
  readonly #inTransit: InTransit
  readonly #terminated: Uint8Array
  #now = 0
  #firstSlot = 0
  #processor = 0
  #processed = 0
  #sent = 0
  readonly #numbers = new Map<Message, number>()
  #latest: Message | null = null
  #latestNumber = 0
  /** What has crossed the interface in the event at work, as it is written. */
  readonly #crossings: (readonly unknown[])[] = []
  readonly #timeouts: string[] = []
  /** What faults do in the event at work, as it is written. */
  readonly #faults = new FaultFields()

  constructor(header: Header, graph: Graph, write: (block: Uint8Array) => void) {
    this.#write = write
    this.#graph = graph
    this.#synchronous = header.timing === 'synchronous'
    this.#inTransit = new InTransit(2 * graph.m)
    this.#terminated = new Uint8Array(graph.n)
    writeHeader(this.#line, header, graph)
    this.#endLine()
  }

  begins(processor: number, time: number): void {
    const line = this.#line
    line.ascii('{"t":')
    line.number(time)
    line.ascii(',"p":')
    line.natural(processor)
    this.#now = time
    this.#processor = processor
    this.#firstSlot = this.#graph.firstSlot(processor)
    this.#processed = 0
    this.#sent = 0
    this.#crossings.length = 0
    this.#timeouts.length = 0
    this.#faults.clear()
  }

  wakes(): void {
    this.#line.ascii(',"wakes":true')
  }

  processes(slot: number): void {
    this.#line.ascii(this.#processed++ === 0 ? ',"in":[' : ',')
    this.#line.natural(this.#inTransit.remove(slot, this.#now))
  }

  sends(slot: number, mirror: number, message: Message, arrival: number): void {
    const line = this.#line
    if (this.#sent++ > 0) line.ascii(',[')
    else line.ascii(this.#processed > 0 ? '],"out":[[' : ',"out":[[')
    line.natural(slot - this.#firstSlot)
    line.ascii(',')
    this.#content(message)
    if (!this.#synchronous) {
      line.ascii(',')
      line.number(arrival)
    }
    line.ascii(']')
    this.#inTransit.add(mirror, arrival)
  }

  timesOut(name: string): void {
    this.#timeouts.push(name)
  }

  strays(index: number, slot: number, message: Message, fate: RecordedStray['fate']): void {
    this.#faults.strays.push([index, slot - this.#firstSlot, message, fate])
  }

  copies(count: number): void {
    this.#faults.copies = count
  }

  lies(): void {
    this.#faults.lies = true
  }

  crashes(back: number): void {
    this.#faults.crashes = true
    this.#faults.back = back
  }

  recovers(): void {
    this.#faults.recovers = true
  }

  detects(said: Detected): void {
    this.#faults.detected = said
  }

  crosses(event: HistoryEvent): void {
    this.#crossings.push(writtenCrossing(event))
  }

  ends(terminated: boolean): void {
    const line = this.#line
    if (this.#processed > 0 || this.#sent > 0) line.ascii(']')
    if (this.#timeouts.length > 0) line.text(`,"timeouts":${JSON.stringify(this.#timeouts)}`)
    if (this.#crossings.length > 0) line.text(`,"interface":${JSON.stringify(this.#crossings)}`)
    this.#faults.write(line)
    if (terminated && this.#terminated[this.#processor] === 0) {
      this.#terminated[this.#processor] = 1
      line.ascii(',"terminates":true')
    }
    line.ascii('}\n')
    this.events++
    this.#endLine()
  }

  /** Writes the last line. An event that has not ended is left out. */
  finish(end: End): void {
    this.#line.length = this.#start
    this.#line.text(`${JSON.stringify({ end })}\n`)
    this.#flush()
  }

  #endLine(): void {
    this.#start = this.#line.length
    if (this.#start >= blockLength) this.#flush()
  }

  #flush(): void {
    this.#write(this.#line.bytes.subarray(0, this.#line.length))
    this.#line.clear()
    this.#start = 0
  }

  /** The number of a message that was written before, else the message itself, which then has the next number. */
  #content(message: Message): void {
    if (message !== this.#latest) {
      const known = this.#numbers.get(message)
      this.#latest = message
      this.#latestNumber = known ?? this.#numberNext(message)
      if (known === undefined) return writeMessage(this.#line, message)
    }
    this.#line.natural(this.#latestNumber)
  }

  #numberNext(message: Message): number {
    if (this.#numbers.size === contentsMax) this.#numbers.clear()
    const number = this.#numbers.size
    this.#numbers.set(message, number)
    return number
  }
}

const blockLength = 1 << 16
