import type { AnyAlgorithm, Execution, Instance, Outcome } from '../model/index.ts'
import { Streams } from '../random.ts'
import { type DelayModel, DelaySource } from '../timing/delay-model.ts'
import type { Graph } from '../topology/graph.ts'
import { AskedDelays } from './loops/asked-delays.ts'
import { AsynchronousLoop } from './loops/asynchronous.ts'
import { RoundLoop } from './loops/rounds.ts'
import { failureOf } from './machine/failure.ts'
import { Machine } from './machine/machine.ts'
import { type LoopEnd, measuresOf } from './machine/measures.ts'
import type { Observer } from './machine/observer.ts'
import { assertRequirements } from './machine/requirements.ts'
import { type Budget, Watch } from './machine/watch.ts'
import { BucketQueue } from './queues/bucket-queue.ts'
import type { EventQueue } from './queues/event-queue.ts'
import { type DelayRevision, RevisedDelays } from './transit/revised-delays.ts'

/** When events happen. */
export type Timing =
  | { readonly kind: 'synchronous' }
  | {
      readonly kind: 'asynchronous'
      readonly delays: DelayModel
      readonly fifo?: boolean
      /** Looks at the delay of each message, and may replace it. */
      readonly revise?: DelayRevision
    }

/** How to run an algorithm; all of it has a default. */
export interface ExecutionOptions {
  /** What the coins of the processors are derived from. Default: 0. */
  readonly seed?: number
  /** Default: 10^9 messages, no limit on time. */
  readonly budget?: Partial<Budget>
  /** Check safety after every event, not only at the end. */
  readonly checkEveryEvent?: boolean
  readonly queue?: EventQueue
  /** Looks on, event by event; see Recorder. */
  readonly observer?: Observer
}

/**
 * Runs an algorithm on an instance to its end.
 *
 * Throws an InputError if a requirement of the algorithm is not met. What goes wrong in the run itself, such as a
 * handler that throws, is the execution's outcome.
 */
export function execute(
  algorithm: AnyAlgorithm,
  instance: Instance & { readonly network: Graph },
  timing: Timing,
  options: ExecutionOptions = {},
): Execution {
  assertRequirements(algorithm, instance, timing.kind)
  const { messages = 1e9, time = Number.POSITIVE_INFINITY } = options.budget ?? {}
  const watch = new Watch(algorithm, { messages, time }, options.checkEveryEvent ?? false)
  const machine = new Machine(algorithm, instance, new Streams(options.seed ?? 0), options.observer)
  // Before there are states: whenever much memory is set aside, the garbage collector looks through all objects.
  const loop = prepareLoop(algorithm, machine, timing, watch, options.queue)
  let end: LoopEnd = { lastProcessed: 0, delayMax: 0, timeUnit: 1 }
  let outcome: Outcome | null = null
  try {
    machine.initialize()
    end = loop.run()
  } catch (error) {
    outcome = failureOf(machine, error)
  }
  const measures = measuresOf(machine, end)
  return { outcome: outcome ?? watch.outcome ?? judgeEnd(algorithm, machine), measures, final: machine }
}

function prepareLoop(
  algorithm: AnyAlgorithm,
  machine: Machine,
  timing: Timing,
  watch: Watch,
  queue: EventQueue | undefined,
): { run(): LoopEnd } {
  if (timing.kind === 'synchronous' || (queue === undefined && isLockstep(timing, machine.instance)))
    return new RoundLoop(machine, algorithm.uponRound !== undefined, watch)
  const fifo = timing.fifo === true || algorithm.requires.fifo === true
  const inTransit = queue ?? new BucketQueue(2 * machine.graph.m)
  const { delays: model } = timing
  const drawn =
    model.kind === 'adversary' ? new AskedDelays(model.adversary, machine) : new DelaySource(model)
  const { revise } = timing
  const delays = revise === undefined ? drawn : new RevisedDelays(drawn, revise, machine.graph)
  return new AsynchronousLoop(machine, delays, inTransit, fifo, watch)
}

/** Whether an asynchronous execution is in lockstep: instants then come as rounds do, and need no queue. */
function isLockstep(timing: Timing & { readonly kind: 'asynchronous' }, { wakeTimes }: Instance): boolean {
  if (timing.delays.kind !== 'constant' || timing.revise !== undefined) return false
  return Array.prototype.every.call(wakeTimes, (time) => time === 0 || time === Number.POSITIVE_INFINITY)
}

/** How an execution ended in which nothing is in transit any more. */
function judgeEnd(algorithm: AnyAlgorithm, machine: Machine): Outcome {
  for (const [property, { check }] of Object.entries(algorithm.properties ?? {})) {
    const reason = check(machine)
    if (reason !== true) return { kind: 'violated', property, reason }
  }
  const { running } = machine
  if (running === 0) return { kind: 'terminated' }
  if (!algorithm.terminates) return { kind: 'quiescent' }
  const reason = `${running} of ${machine.graph.n} processors have not terminated, and nothing is in transit`
  return { kind: 'violated', property: 'termination', reason }
}
