import type { Message } from '../model/index.ts'
import { readCrossings } from './crossings.ts'
import { Fields, isNatural, type Place, parseLine } from './fields.ts'
import {
  contentsMax,
  type End,
  type Header,
  type RecordedClaim,
  type RecordedEvent,
  type RecordedSending,
  type RecordedStray,
} from './format.ts'

/** What a line after the header says. */
export type Line =
  | { readonly kind: 'event'; readonly event: RecordedEvent }
  | { readonly kind: 'end'; readonly end: End }

/** Reads the lines after the header, one after the other; remembers the contents of messages that they number. */
export class LineReader {
  readonly #synchronous: boolean
  readonly #place: Place
  #contents: Message[] = []

  constructor({ timing }: Header, place: Place) {
    this.#synchronous = timing === 'synchronous'
    this.#place = place
  }

  /** Throws an InputError that says where and what is wrong. */
  read(text: string): Line {
    const fields = new Fields(parseLine(text, this.#place), this.#place)
    if (fields.get('end') !== undefined) return { kind: 'end', end: readEnd(fields.object('end')) }
    fields.only('t', 'p', 'wakes', 'in', 'out', 'timeouts', 'interface', ...faultFields, 'terminates')
    const time = fields.number('t')
    const sent = fields
      .list('out', Array.isArray, 'lists')
      .map((item, i) => this.#sending(fields, item, i, time))
    const crossings = readCrossings(fields)
    const timeouts = fields.list('timeouts', (name) => typeof name === 'string', 'names')
    const event = {
      time,
      processor: fields.natural('p'),
      wakes: fields.flag('wakes'),
      processed: fields.list('in', isNatural, 'numbers of messages'),
      sent,
      ...(timeouts.length > 0 && { timeouts }),
      ...(crossings.length > 0 && { crossings }),
      ...readFaults(fields),
      terminates: fields.flag('terminates'),
    }
    return { kind: 'event', event }
  }

  #sending(fields: Fields, item: readonly unknown[], index: number, time: number): RecordedSending {
    const [channel, content, arrival] = item
    const name = `out[${index}]`
    if (!isNatural(channel)) fields.fail(name, 'must begin with the number of a channel')
    if (this.#synchronous) {
      if (item.length !== 2) fields.fail(name, 'must be [channel, message]')
      return { channel, message: this.#message(fields, name, content), arrival: time + 1 }
    }
    if (item.length !== 3 || typeof arrival !== 'number')
      fields.fail(name, 'must be [channel, message, arrival]')
    return { channel, message: this.#message(fields, name, content), arrival }
  }

  /** The content of this number, or a new one, which has the next number. */
  #message(fields: Fields, name: string, content: unknown): Message {
    if (typeof content === 'number')
      return this.#contents[content] ?? fields.fail(name, `refers to content ${content}, which there is not`)
    if (typeof (content as { type?: unknown } | null)?.type !== 'string')
      fields.fail(name, 'must have a message with a type, or the number of one')
    if (this.#contents.length === contentsMax) this.#contents = []
    this.#contents.push(content as Message)
    return content as Message
  }
}

const faultFields = ['suspects', 'leader', 'strays', 'copies', 'lies', 'crashes', 'back', 'recovers'] as const

/** What an event says of faults and failure detectors; most say nothing. */
function readFaults(fields: Fields): Partial<RecordedEvent> {
  const strays = fields.list('strays', isStray, 'lists [number, channel, message, fate]')
  const [lies, crashes, recovers] = [fields.flag('lies'), fields.flag('crashes'), fields.flag('recovers')]
  return {
    ...readDetected(fields),
    ...(strays.length > 0 && {
      strays: strays.map(([index, channel, message, fate]) => ({ index, channel, message, fate })),
    }),
    ...(fields.get('copies') !== undefined && { copies: fields.natural('copies') }),
    ...(lies && { lies }),
    ...(crashes && { crashes }),
    ...(fields.get('back') !== undefined && { back: fields.number('back') }),
    ...(recovers && { recovers }),
  }
}

/** What a failure detector says, in the events in which it is asked. */
function readDetected(fields: Fields): Pick<RecordedEvent, 'detected'> {
  if (fields.get('suspects') !== undefined)
    return { detected: { suspects: fields.list('suspects', isNatural, 'channels') } }
  const leader = fields.get('leader')
  if (leader === undefined) return {}
  return { detected: { leader: leader === null ? null : fields.natural('leader') } }
}

const isStray = (value: unknown): value is [number, number, Message, RecordedStray['fate']] =>
  Array.isArray(value) &&
  value.length === 4 &&
  isNatural(value[0]) &&
  isNatural(value[1]) &&
  typeof value[2]?.type === 'string' &&
  ['omitted', 'lost', 'unheard'].includes(value[3])

function readEnd(fields: Fields): End {
  const outcome = fields.oneOf('outcome', ['terminated', 'quiescent', 'budget', 'violated', 'failed'])
  const property = fields.get('property') == null ? null : fields.text('property')
  if (property !== null && outcome !== 'violated')
    fields.fail('property', `names what is violated, but outcome is ${outcome}`)
  return {
    outcome,
    ...(property !== null && { property }),
    detail: fields.get('detail') == null ? null : fields.text('detail'),
    events: fields.natural('events'),
    messages: fields.natural('messages'),
    time: fields.number('time'),
    time_unit: fields.number('time_unit'),
    delay_max: fields.number('delay_max'),
    claims: fields.get('claims') == null ? null : fields.list('claims', isClaim, 'claims'),
  }
}

function isClaim(value: unknown): value is RecordedClaim {
  const claim = (value ?? {}) as Partial<Record<keyof RecordedClaim, unknown>>
  return (
    (['measure', 'kind', 'formula', 'verdict'] as const).every((field) => typeof claim[field] === 'string') &&
    typeof claim.measured === 'number' &&
    (claim.value === null || typeof claim.value === 'number')
  )
}
