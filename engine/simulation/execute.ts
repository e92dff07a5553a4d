import { MisuseError } from '../errors.ts'
import { corrupted, type FaultPlan, lying } from '../faults/index.ts'
import type { AnyAlgorithm, CheckMode, Execution, HistoryEvent, Instance, Outcome } from '../model/index.ts'
import { answeringFor, mayNotAsk } from '../outside.ts'
import { Streams } from '../random.ts'
import { Exchange, HistoryChecks, OperationCosts } from '../services/index.ts'
import { type DelayModel, DelaySource, type Delays } from '../timing/delay-model.ts'
import type { Graph } from '../topology/graph.ts'
import { createWorkload } from '../workload/index.ts'
import { AskedDelays } from './loops/asked-delays.ts'
import { AsynchronousLoop } from './loops/asynchronous.ts'
import { PartlyBoundedDelays } from './loops/partly-bounded-delays.ts'
import { RoundLoop } from './loops/rounds.ts'
import { bothObservers } from './machine/both-observers.ts'
import { ChannelLoads } from './machine/channel-loads.ts'
import { Clients } from './machine/clients.ts'
import { failureOf } from './machine/failure.ts'
import { Failures } from './machine/failures.ts'
import { judgeEnd } from './machine/judge-end.ts'
import { Machine } from './machine/machine.ts'
import { type LoopEnd, measuresOf, peaksOf } from './machine/measures.ts'
import type { Observer } from './machine/observer.ts'
import { notePlace, noting } from './machine/place.ts'
import { assertRequirements } from './machine/requirements.ts'
import { Safety } from './machine/safety.ts'
import { strictly } from './machine/strictly.ts'
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
  /**
   * When safety properties are checked. With `every`, messages cannot be changed once they are sent either, and the
   * processor of a handler cannot be used when the handler is over. Default: sampled.
   */
  readonly check?: CheckMode
  readonly queue?: EventQueue
  /** Looks on, event by event; see Recorder. */
  readonly observer?: Observer
  /** What the processors are asked for. Default: the usual workload of the service. */
  readonly workload?: string
  /** What fails; a plan serves one execution. Default: nothing. */
  readonly faults?: FaultPlan | null
  /** Is told what crosses the interface of the processors, event by event. */
  readonly historian?: (event: HistoryEvent) => void
  /** Says where the execution is, also to another thread; see `newPlace`. */
  readonly place?: Float64Array
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
  const { seed = 0, check = 'sampled', observer = null } = options
  const streams = new Streams(seed)
  const safety = new Safety(algorithm, check, () => streams.stream('check'))
  const used = useOf(algorithm, instance, streams, options)
  const watch = new Watch(algorithm, { messages, time }, safety, check === 'final' ? null : used.checks)
  const { place, faults = null } = options
  const failures = faults && new Failures(faults, instance.network.n)
  const asked = place ? noting(algorithm, () => notePlace(place, machine)) : algorithm
  const lied = faults === null ? asked : lying(asked, faults, () => machine.current)
  const told = corrupted(lied, faults, instance.network.n)
  const strict = check === 'every'
  const loads = faults === null ? ChannelLoads.of(algorithm, instance, timing.kind) : null
  const machine: Machine = new Machine(
    strict ? strictly(told) : told,
    instance,
    streams,
    bothObservers(observer, loads),
    strict ? 'freeze' : observer === null ? 'first' : 'all',
    used.clients,
    failures,
  )
  // Before there are states: whenever much memory is set aside, the garbage collector looks through all objects.
  const loop = prepareLoop(algorithm, machine, timing, watch, options.queue)
  let end: LoopEnd = { lastProcessed: 0, delayMax: 0, timeUnit: 1 }
  let outcome: Outcome
  let during: string | undefined
  try {
    outcome = answeringFor(refuse, () => {
      machine.initialize(seed)
      watch.begin(machine)
      end = loop.run()
      during = 'in the final configuration'
      if (failures !== null) failures.over = true
      return watch.outcome ?? judgeEnd(algorithm, machine, used.checks)
    })
  } catch (error) {
    outcome = failureOf(machine, error, during)
  }
  if (failures !== null) failures.over = true
  const partly = timing.kind === 'asynchronous' && timing.delays.kind === 'partially synchronous'
  const synchrony = partly ? timing.delays : null
  const measures = measuresOf(machine, { ...end, synchrony }, loads?.most ?? null, used.costs)
  return {
    outcome,
    checked: safety.checked(machine.compEvents) ?? used.checks?.checked(machine.compEvents) ?? null,
    measures,
    final: machine,
    ...(end.rounds !== undefined && { rounds: end.rounds }),
    peaks: peaksOf(machine, measures, loads),
  }
}

/** Those who use the processors in an execution, and who looks on. */
interface Use {
  readonly clients: Clients | null
  readonly checks: HistoryChecks | null
  readonly costs: OperationCosts | null
}

function useOf(
  algorithm: AnyAlgorithm,
  instance: Instance,
  streams: Streams,
  { workload: spec, check, historian, observer }: ExecutionOptions,
): Use {
  const workload = createWorkload(algorithm, instance, streams, spec)
  if (workload === null) return { clients: null, checks: null, costs: null }
  const { n } = instance.network
  const exchange = new Exchange(algorithm.service!, n)
  const checks = new HistoryChecks(exchange, n, check === 'every', instance.network)
  const costs = new OperationCosts(algorithm.service!, n)
  exchange.listen((event) => costs.add(event))
  if (historian !== undefined) exchange.listen(historian)
  if (observer?.crosses !== undefined) exchange.listen((event) => observer.crosses!(event))
  return { clients: new Clients(exchange, workload, n), checks, costs }
}

function refuse(title: string): never {
  throw new MisuseError(mayNotAsk(title))
}

function prepareLoop(
  algorithm: AnyAlgorithm,
  machine: Machine,
  timing: Timing,
  watch: Watch,
  queue: EventQueue | undefined,
): { run(): LoopEnd } {
  if (timing.kind === 'synchronous' || (queue === undefined && isLockstep(timing, machine)))
    return new RoundLoop(machine, algorithm.uponRound !== undefined, watch)
  const fifo = timing.fifo === true || algorithm.requires.fifo === true
  const inTransit = queue ?? new BucketQueue(2 * machine.graph.m)
  const { delays: model } = timing
  const drawn = delaysFrom(model, machine)
  const { revise } = timing
  const delays = revise === undefined ? drawn : new RevisedDelays(drawn, revise, machine.graph)
  return new AsynchronousLoop(machine, delays, inTransit, fifo, watch)
}

function delaysFrom(model: DelayModel, machine: Machine): Delays {
  if (model.kind === 'adversary') return new AskedDelays(model, machine)
  return model.kind === 'partially synchronous'
    ? new PartlyBoundedDelays(model, machine)
    : new DelaySource(model)
}

/** Whether an asynchronous execution is in lockstep: instants then come as rounds do, and need no queue. */
function isLockstep(
  timing: Timing & { readonly kind: 'asynchronous' },
  { clients, timers, failures, instance }: Machine,
): boolean {
  const { wakeTimes } = instance
  if (clients !== null || timers !== null || failures?.plan.hasOutages) return false
  if (timing.delays.kind !== 'constant' || timing.revise !== undefined) return false
  return Array.prototype.every.call(wakeTimes, (time) => time === 0 || time === Number.POSITIVE_INFINITY)
}
