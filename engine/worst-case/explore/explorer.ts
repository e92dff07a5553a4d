import { mentionsWakers } from '../../claims/verdict.ts'
import type { ComputedInstance } from '../../instance.ts'
import type { AnyAlgorithm } from '../../model/index.ts'
import type { Choice, WakeUps } from '../schedules/play.ts'
import { guessTriggers, RepertoireCheck } from './assumptions.ts'
import { ConfigurationJudge } from './configuration-judge.ts'
import type { CountedMessages, Exploration, ExploreOptions, FoundViolation } from './exploration.ts'
import { type Extremity, extremeExecution } from './extreme.ts'
import { FinalStates } from './final-states.ts'
import { Histories } from './histories.ts'
import { LocalSteps } from './local-steps.ts'
import type { Repertoire } from './repertoire.ts'
import { ScheduleGraph } from './schedule-graph.ts'
import { Search, type SearchLimits, type SearchListener } from './search.ts'
import { needsHistories } from './service-judge.ts'
import { StableTriggers } from './stable-triggers.ts'
import { scheduleOf } from './triggers-to-choices.ts'
import { VisibleFields } from './visible-fields.ts'

/** One search: the graph that it goes through, what of the states can be seen, and who listens. */
interface Started {
  readonly graph: ScheduleGraph
  readonly visible: VisibleFields | null
  readonly listener: SearchListener
}

/** Explores an algorithm on an instance. */
export class Explorer {
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  readonly #steps: LocalSteps
  readonly #limits: SearchLimits
  readonly #rules: { readonly fifo: boolean; readonly wakeUps: WakeUps; readonly types: readonly string[] }
  readonly #reduce: boolean
  readonly #timed: boolean
  /** Those who wake by themselves, and their triggers, with which every execution begins. */
  readonly #wakers: readonly number[]
  readonly #triggers: readonly number[]

  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance, options: ExploreOptions) {
    const { states = 1_000_000, stopped, wakeUps = 'at zero', calls = [] } = options
    const types = Object.keys(algorithm.uponReceiving ?? {})
    this.#algorithm = algorithm
    this.#instance = instance
    const tellsApart = wakeUps === 'chosen' && mentionsWakers(algorithm)
    this.#steps = new LocalSteps(algorithm, instance, tellsApart, calls)
    this.#limits = { states, stopped }
    this.#rules = { fifo: algorithm.requires.fifo === true, wakeUps, types: types.length > 1 ? types : [] }
    const isUsed = algorithm.service !== undefined
    // Operations may be asked for at any time, so there is no longest time, and their order is what matters.
    this.#reduce = options.reduce !== false && !isUsed
    this.#timed = options.time !== false && wakeUps === 'at zero' && !isUsed
    this.#wakers = Array.from(instance.wakeTimes, (time, p) => (time === 0 ? p : -1)).filter((p) => p >= 0)
    this.#triggers = [...this.#wakers.map((p) => this.#steps.wakeUp(p)), ...this.#steps.firstCalls()]
  }

  /** What was found, after every step that was taken has come out the same a second time. */
  explore(): Exploration {
    const repertoire = guessTriggers(this.#steps, this.#rules, this.#triggers)
    const { search, finals, judge } = this.#searchMessages(repertoire)
    const time = this.#timed ? this.#searchTime(repertoire) : null
    this.#steps.repeat()
    const { exhausted, endless, transitions, depth, table } = search
    const counts = this.#counts(search)
    const [messages] = counts
    return {
      exhausted: exhausted && (time?.exhausted ?? true),
      endless,
      states: table.size,
      transitions,
      depth,
      messages: { min: messages!.min, max: messages!.max },
      counts,
      time: time && {
        max: time.counts.most(0, 0, null) ?? 0,
        states: time.table.size,
        exhausted: time.exhausted,
      },
      finals: finals.finals,
      violations: judge.faults.map(({ property, reason, triggers }) => ({
        property,
        reason,
        ...this.#schedule(triggers),
      })),
      witnesses: {
        messagesMax: messages!.witness('most'),
        messagesMin: messages!.witness('least'),
        timeMax: time && this.#witness(time, { extreme: 'most', count: 0, kind: null }),
      },
    }
  }

  /** How many messages, of all types and of each, in all executions and in those of each kind that there are. */
  #counts(search: Search): CountedMessages[] {
    const { counts, graph } = search
    const kinds = [null, ...Array.from({ length: graph.kinds }, (_, kind) => kind)]
    const measures = ['messages', ...this.#rules.types.map((type) => `messages:${type}`)] as const
    return measures.flatMap((measure, count) =>
      kinds.flatMap((kind) => {
        const max = counts.most(0, count, kind)
        if (max === null) return []
        const witness = (extreme: 'most' | 'least') => this.#witness(search, { extreme, count, kind })
        const named = measure as CountedMessages['measure']
        return [{ measure: named, wakers: kind, min: counts.least(0, count, kind), max, witness }]
      }),
    )
  }

  #witness(search: Search, extremity: Extremity): readonly Choice[] {
    return this.#schedule(extremeExecution(search, this.#triggers, extremity)).choices
  }

  #searchMessages(repertoire: Repertoire) {
    const fields = new Set<string>()
    const stable = this.#stable(repertoire)
    const start = (stable: StableTriggers | null) => {
      const finals = new FinalStates(this.#algorithm, this.#steps)
      const histories = needsHistories(this.#algorithm) ? new Histories() : null
      const judge = new ConfigurationJudge(this.#algorithm, this.#instance, this.#steps, histories)
      const visible = judge.hasSafety ? new VisibleFields(this.#steps, fields) : null
      const graph = this.#graph(stable, visible, false, histories)
      return { graph, visible, finals, judge, listener: judge.listener(graph, visible, finals) }
    }
    const found = this.#untilComplete(repertoire, stable, start)
    // What goes on for ever may put off for ever what the reduction has left for later.
    return stable !== null && found.search.endless ? this.#untilComplete(repertoire, null, start) : found
  }

  #searchTime(repertoire: Repertoire): Search {
    return this.#untilComplete(repertoire, this.#stable(repertoire), (stable) => ({
      graph: this.#graph(stable, null, true),
      visible: null,
      listener: {},
    })).search
  }

  /**
   * Searches, each time from the start, until the assumptions on which the reduction relies prove to be complete. Where the
   * reduction is dear, it is first seen whether there is little to search without it.
   */
  #untilComplete<T extends Started>(
    repertoire: Repertoire,
    stable: StableTriggers | null,
    start: (stable: StableTriggers | null) => T,
  ) {
    for (let triedWithout = false; ; ) {
      const { found, complete } = this.#searchOnce(repertoire, stable, start, this.#limits)
      if (stable === null || complete || !found.search.exhausted) return found
      if (!stable.dear || triedWithout) continue
      triedWithout = true
      const states = Math.min(littleToSearch, this.#limits.states)
      const whole = this.#searchOnce(repertoire, null, start, { ...this.#limits, states }).found
      if (whole.search.exhausted) return whole
    }
  }

  #searchOnce<T extends Started>(
    repertoire: Repertoire,
    stable: StableTriggers | null,
    start: (stable: StableTriggers | null) => T,
    limits: SearchLimits,
  ) {
    const started = start(stable)
    const check = new RepertoireCheck(this.#steps, repertoire)
    const checks: SearchListener = {
      sent: (triggers) => check.sent(triggers),
      edge: (from, trigger, to) => check.edge(from, trigger, to),
      closed: (configuration, numbers, length) => check.closed(configuration, numbers, length),
    }
    const listener = stable === null ? started.listener : { ...started.listener, ...checks }
    const search = new Search(started.graph, limits, listener)
    search.run(this.#triggers)
    const complete = check.complete && (started.visible?.complete ?? true)
    return { found: { ...started, search }, complete }
  }

  #stable(repertoire: Repertoire): StableTriggers | null {
    return this.#reduce ? new StableTriggers(this.#steps, repertoire, this.#rules.fifo) : null
  }

  #graph(
    stable: StableTriggers | null,
    visible: VisibleFields | null,
    timed: boolean,
    histories: Histories | null = null,
  ): ScheduleGraph {
    stable?.begin(visible)
    return new ScheduleGraph(this.#steps, { ...this.#rules, timed, stable, histories })
  }

  /** The choices of a schedule; wake-ups that come first of all are none. */
  #schedule(triggers: readonly number[]): Pick<FoundViolation, 'choices' | 'woken'> {
    const first = this.#rules.wakeUps === 'at zero' ? this.#wakers : []
    return scheduleOf(this.#steps, first, triggers)
  }
}

/** So many configurations are gone through in less time than a dear reduction takes. */
const littleToSearch = 10_000
