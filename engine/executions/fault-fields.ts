import type { Detected, Message } from '../model/index.ts'
import type { ByteWriter } from './byte-writer.ts'
import type { RecordedStray } from './format.ts'

/** What the line of an event says of faults and of failure detectors; mostly nothing. */
export class FaultFields {
  readonly strays: (readonly [index: number, channel: number, Message, RecordedStray['fate']])[] = []
  copies = 0
  lies = false
  crashes = false
  back = Number.POSITIVE_INFINITY
  recovers = false
  detected: Detected | null = null

  clear(): void {
    this.strays.length = 0
    this.copies = 0
    this.lies = false
    this.crashes = false
    this.back = Number.POSITIVE_INFINITY
    this.recovers = false
    this.detected = null
  }

  write(line: ByteWriter): void {
    if (this.detected !== null) line.text(`,${JSON.stringify(this.detected).slice(1, -1)}`)
    if (this.strays.length > 0) line.text(`,"strays":${JSON.stringify(this.strays)}`)
    if (this.copies > 0) line.text(`,"copies":${this.copies}`)
    if (this.lies) line.ascii(',"lies":true')
    if (this.crashes) line.ascii(',"crashes":true')
    if (this.back < Number.POSITIVE_INFINITY) line.text(`,"back":${this.back}`)
    if (this.recovers) line.ascii(',"recovers":true')
  }
}
