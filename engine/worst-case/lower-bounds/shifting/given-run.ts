import { judge } from '../../../claims/verdict.ts'
import { createClocks } from '../../../clocks/index.ts'
import { endOf } from '../../../executions/end.ts'
import { headerOf } from '../../../executions/header.ts'
import { recordedInstance } from '../../../executions/instance.ts'
import { readHeader } from '../../../executions/read-header.ts'
import { LineReader } from '../../../executions/read-lines.ts'
import { Recorder } from '../../../executions/recorder.ts'
import { type Verification, verify } from '../../../executions/verify.ts'
import { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm, Execution, HistoryEvent } from '../../../model/index.ts'
import { Streams } from '../../../random.ts'
import { execute } from '../../../simulation/execute.ts'
import { delaysBySlot } from '../../../timing/per-channel.ts'
import { CompleteGraph } from '../../../topology/computed/complete-graph.ts'
import { OrientedCompleteGraph } from '../../../topology/computed/oriented-complete-graph.ts'
import type { Asked, Circumstances } from './circumstances.ts'
import { type View, viewsOf } from './views.ts'

/** An execution under given circumstances. */
export interface GivenRun {
  readonly circumstances: Circumstances
  readonly execution: Execution
  /** By processor, all that it can know. */
  readonly views: readonly View[]
  readonly history: readonly HistoryEvent[]
  /** Its record, in lines that each end in a line feed, and what `verify` finds in it. */
  readonly lines: readonly string[]
  readonly verification: Verification
}

/** After so many messages an execution is stopped that does not end. */
const messagesMax = 1_000_000

/** Runs an algorithm under these circumstances, records the execution and verifies the record by its text alone. */
export function runGiven(
  algorithm: AnyAlgorithm,
  circumstances: Circumstances,
  module: string | null,
): GivenRun {
  const { bounds, ahead, delays, asked } = circumstances
  const n = ahead.length
  const make = algorithm.requires.orientation === true ? OrientedCompleteGraph : CompleteGraph
  const network = new make(n, { diameter: 1 })
  const rule = `given:${ahead.join('+')}`
  const clocks = algorithm.requires.clocks === true ? createClocks(rule, n, new Streams(0)) : null
  const { wakeTimes, root = 0 } = circumstances
  const instance = new ComputedInstance(network, { clocks, delayBounds: bounds, wakeTimes, root })
  const workload = asked.length === 0 ? undefined : workloadOf(asked)
  const setting = {
    instance,
    timing: 'asynchronous',
    unitDelays: false,
    identifiers: 'given',
    ...(clocks !== null && { clocks: rule }),
    ...(workload !== undefined && { workload }),
  } as const
  const header = headerOf({
    algorithm: algorithm.name,
    module,
    instance,
    setting,
    bounded: true,
    fifo: algorithm.requires.fifo === true,
    seed: 0,
    clocks: rule,
  })
  let text = ''
  const decoder = new TextDecoder()
  const recorder = new Recorder(header, network, (block) => {
    text += decoder.decode(block, { stream: true })
  })
  const history: HistoryEvent[] = []
  const perSlot = delaysBySlot(network, (from, to) => delays[from]![to]!)
  const execution = execute(
    algorithm,
    instance,
    { kind: 'asynchronous', delays: { kind: 'per channel', bounded: true, bounds, delays: perSlot } },
    {
      observer: recorder,
      budget: { messages: messagesMax },
      check: 'every',
      ...(workload !== undefined && { workload }),
      historian: (event) => history.push(event),
    },
  )
  recorder.finish(endOf(execution, judge(algorithm, setting, execution), recorder.events, null))
  const lines = text.trimEnd().split('\n')
  return {
    circumstances,
    execution,
    views: viewsOf(eventsIn(lines), network, ahead),
    history,
    lines: lines.map((line) => `${line}\n`),
    verification: verified(lines, algorithm),
  }
}

/** What processors are asked for, as a spec. */
const workloadOf = (asked: readonly Asked[]): string =>
  `given:${asked
    .map(({ processor, operation, argument, time }) =>
      argument === undefined
        ? `${processor}.${operation}@${time}`
        : `${processor}.${operation}(${argument})@${time}`,
    )
    .join('+')}`

const place = (): string => 'the execution'

function eventsIn(lines: readonly string[]) {
  const reader = new LineReader(readHeader(lines[0]!, place), place)
  return lines.slice(1).flatMap((line) => {
    const read = reader.read(line)
    return read.kind === 'event' ? [read.event] : []
  })
}

function verified(lines: readonly string[], algorithm: AnyAlgorithm): Verification {
  const header = readHeader(lines[0]!, place)
  const instance = recordedInstance(header, algorithm, () => '', place)
  const rest = lines.slice(1).map((text, i) => ({ text, number: i + 2 }))
  return verify(header, rest, algorithm, instance, place())
}
