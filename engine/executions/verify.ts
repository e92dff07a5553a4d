import { InputError, PropertyError } from '../errors.ts'
import type { ComputedInstance } from '../instance.ts'
import type { AnyAlgorithm } from '../model/index.ts'
import { SafetyWatch } from './broken-properties.ts'
import { ExecutionChecker } from './check.ts'
import { checkEnd, type EndFinding, type Shown } from './check-end.ts'
import { checkHeader } from './check-header.ts'
import type { Header } from './format.ts'
import { LineReader } from './read-lines.ts'
import { carryOut, type Step } from './step.ts'

/** The lines of a file with their numbers; the header, line 1, aside. */
export interface NumberedLine {
  readonly text: string
  readonly number: number
}

/** What was found in a recorded execution. */
export interface Verification {
  readonly ok: boolean
  /** The events that were carried out, and the messages sent in them. */
  readonly events: number
  readonly messages: number
  /** When the last message was processed, before scaling. */
  readonly time: number
  /** What the execution breaks and its end says that it does: a counterexample. Null if nothing, or the record is wrong. */
  readonly shows: Shown | null
  /** The first thing that is wrong; the line of its event, or the last. */
  readonly first_error: FirstError | null
}

/** The first thing in a recorded execution that is wrong. */
export interface FirstError {
  readonly line: number
  /** The event, such as “comp(3) at 1.5”; null if it is about the whole execution. */
  readonly event: string | null
  readonly problem: string
}

/**
 * Whether a recorded execution is one of the algorithm on an instance that it can run on: legal, admissible, with the
 * costs that it says, keeping the properties and the claims, but for those that its end says are violated. An execution that
 * breaks something is right if it says so. Uses the file and the transition function alone. Throws an InputError
 * if a line cannot be read, and a PropertyError if a property throws; `name` is that of the file, for messages. `onStep` is
 * told of each event carried out.
 */
export function verify(
  header: Header,
  lines: Iterable<NumberedLine>,
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  name: string,
  onStep?: (step: Step) => void,
): Verification {
  let at = 1
  function* numbered(): Iterable<NumberedLine> {
    for (const line of lines) {
      at = line.number
      yield line
    }
  }
  try {
    return verifyLines(header, numbered(), algorithm, instance, name, onStep)
  } catch (cause) {
    if (!(cause instanceof PropertyError)) throw cause
    throw new PropertyError(`${name}, line ${at}: ${algorithm.name}: ${cause.message}`, { cause })
  }
}

function verifyLines(
  header: Header,
  lines: Iterable<NumberedLine>,
  algorithm: AnyAlgorithm,
  instance: ComputedInstance,
  name: string,
  onStep?: (step: Step) => void,
): Verification {
  const impossible = checkHeader(header, algorithm, instance)
  if (impossible !== null) {
    const first_error = { line: 1, event: null, problem: impossible }
    return { ok: false, events: 0, messages: 0, time: 0, shows: null, first_error }
  }
  let number = 1
  const reader = new LineReader(header, () => `${name}, line ${number}`)
  const checker = new ExecutionChecker(header, algorithm, instance)
  const result = (first_error: FirstError | null, shows: Shown | null = null): Verification => ({
    ok: first_error === null,
    events: checker.events,
    messages: checker.traffic.messages,
    time: checker.traffic.lastProcessed,
    shows,
    first_error,
  })
  const watch = new SafetyWatch(algorithm, checker)
  let end: EndFinding | null = null
  for (const { text, number: next } of lines) {
    number = next
    if (end !== null) throw new InputError(`${name}, line ${number}: there is something after the end`)
    const line = reader.read(text)
    if (line.kind === 'end') {
      end = checkEnd(checker, line.end, watch.first)
      continue
    }
    const { time, processor } = line.event
    let problem: string | null
    if (onStep === undefined) problem = checker.event(line.event)
    else {
      const step = carryOut(checker, line.event)
      problem = step.problem
      onStep(step)
    }
    if (problem !== null) return result({ line: number, event: `comp(${processor}) at ${time}`, problem })
    watch.after(line.event, number)
  }
  if (end === null)
    throw new InputError(`${name}, line ${number}: the file is cut off here; its last line must be the end`)
  if ('shows' in end) return result(null, end.shows)
  const { problem, at } = end
  return result({ line: at?.line ?? number, event: at?.event ?? null, problem })
}
