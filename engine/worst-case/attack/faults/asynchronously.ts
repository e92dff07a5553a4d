import type { ComputedInstance } from '../../../instance.ts'
import type { AnyAlgorithm, ConfigurationView, Execution } from '../../../model/index.ts'
import { findingOf } from '../../../simulation/machine/safety.ts'
import {
  type FaultModel,
  type FaultScript,
  failuresIn,
  lieOptions,
  longestDelay,
  runScript,
  scriptedRun,
} from '../../resilience/index.ts'
import type { Objective } from '../objective.ts'
import type { Ground, Tried } from './climb.ts'
import { differences } from './differences.ts'
import type { ScriptChoices } from './script-choices.ts'
import { SendingSteps } from './sending-steps.ts'
import { firstHold } from './vary-paces.ts'
import { freshScript, varyScript } from './vary-script.ts'

/** An asynchronous execution that was tried. */
interface TriedAsynchronously extends Tried {
  /** Why something is still open in an execution that was cut off; null if it ended. */
  readonly endless: string | null
  /** How far the states of correct processors are apart in the end: in how many places two of them differ, on average. */
  readonly apart: number
  readonly messages: number
  /** How many steps a processor takes, about; and those in which each sends something. */
  readonly steps: number
  readonly sending: SendingSteps['steps']
  readonly failures: number
}

/** What a search in asynchronous executions makes large and may choose. */
interface Chosen extends Pick<ScriptChoices, 'values' | 'stream'> {
  readonly objective: Objective | null
}

/**
 * Asynchronous executions, in which messages take as long as the adversary likes. The worse one costs more, or does not end;
 * else, every other time that the search begins, correct processors are further apart in its end; of the other times, it takes
 * more messages two times of three. Every other time failure detectors make mistakes.
 */
export class Asynchronously implements Ground<TriedAsynchronously> {
  readonly #algorithm: AnyAlgorithm
  readonly #instance: ComputedInstance
  readonly #model: FaultModel
  readonly #chosen: Chosen
  readonly #lies = new Map<string, ReturnType<typeof lieOptions>>()
  #inputs = 2

  constructor(algorithm: AnyAlgorithm, instance: ComputedInstance, model: FaultModel, chosen: Chosen) {
    this.#algorithm = algorithm
    this.#instance = instance
    this.#model = model
    this.#chosen = chosen
    if (model.kind === 'byzantine') this.#options(instance, { liar: 0, receiver: 1, round: 0, liars: [0] })
  }

  fresh(begun: number): TriedAsynchronously {
    this.#inputs = begun % 8 < 4 ? 2 : Math.max(2, this.#instance.network.n)
    const script = freshScript(Array.from(this.#instance.values), this.#choices({ steps: 1, sending: [] }))
    const paces = { seed: null, heldUntil: this.#mayHold() ? 2 * firstHold : null, list: [] }
    return this.#run({ ...script, ...this.#chances(begun), paces })
  }

  /** What may fall out so or so and is no fault: coins, and mistakes of failure detectors, which make costs large without end. */
  #chances(begun: number): Pick<FaultScript, 'coins' | 'mistakes'> {
    const { coins, detector } = this.#algorithm.requires
    const mayMislead = detector !== undefined && this.#chosen.objective === null
    return {
      ...(coins && { coins: begun - 1 }),
      ...(mayMislead && begun % 2 === 0 && { mistakes: { seed: begun, until: firstHold, rate: 0.25 } }),
    }
  }

  /**
   * Whoever tolerates partitions is right however late messages are. Costs in time are measured where the largest delay is
   * 1.
   */
  #mayHold(): boolean {
    return this.#chosen.objective === null && this.#algorithm.tolerates?.includes('partition') === true
  }

  varied(current: TriedAsynchronously): TriedAsynchronously {
    return this.#run(varyScript(current.script, this.#choices(current)))
  }

  worse(a: TriedAsynchronously, b: TriedAsynchronously, begun: number | null): number {
    const certain = a.value - b.value || Number(isEndless(a)) - Number(isEndless(b))
    if (certain !== 0 || begun === null) return certain || b.failures - a.failures
    if (begun % 4 < 2) return a.apart - b.apart
    return begun % 3 === 0 ? 0 : a.messages - b.messages
  }

  #choices({ steps, sending }: Pick<TriedAsynchronously, 'steps' | 'sending'>): ScriptChoices {
    const { values, stream } = this.#chosen
    return {
      ...{ n: this.#instance.network.n, model: this.#model, rounds: steps, inputs: this.#inputs, sending },
      ...{ values, stream },
      // Early steps more often than late ones.
      frontier: stream.integer(1 + stream.integer(steps)),
      lies: (script, liar, receiver, round) =>
        this.#options(script, { liar, receiver, round, liars: script.liars }),
    }
  }

  /** What a liar may say depends on the inputs that there are, and on nothing else. */
  #options(
    { values }: { readonly values: ArrayLike<number> },
    between: Omit<Parameters<typeof lieOptions>[2], 'secrets'>,
  ): ReturnType<typeof lieOptions> {
    const key = [...new Set(Array.from(values))].sort((a, b) => a - b).join()
    let known = this.#lies.get(key)
    if (known === undefined) {
      known = lieOptions(this.#algorithm, this.#instance.with({ values }), { ...between, secrets: [] })
      this.#lies.set(key, known)
    }
    return known
  }

  #run(script: FaultScript): TriedAsynchronously {
    const run = scriptedRun(this.#algorithm, this.#instance, script)
    const sending = new SendingSteps(this.#instance.network)
    const { execution } = runScript(this.#algorithm, run, sending)
    const { measures, final } = execution
    return {
      ...{ script, broken: brokenIn(execution), failures: failuresIn(script) },
      endless: this.#open(execution),
      apart: apartIn(final),
      ...{ messages: measures.messages, sending: sending.steps },
      steps: Math.ceil((3 / 2) * (measures.compEvents / script.values.length)) + 1,
      value: this.#chosen.objective?.value({ measures, final, instance: run.instance }) ?? 0,
    }
  }

  #open({ outcome, final }: Execution): string | null {
    if (outcome.kind !== 'budget') return null
    for (const [property, { kind, check }] of Object.entries(this.#algorithm.properties ?? {})) {
      const reason = kind === 'liveness' ? findingOf(property, check, final) : true
      if (reason !== true) return `${outcome.reason}, and ${reason}`
    }
    return outcome.reason
  }
}

/** Where messages are held up for long, much is sent over and over again, so that it tells nothing how much. */
const isEndless = ({ endless, script }: TriedAsynchronously): boolean =>
  endless !== null && longestDelay(script.paces!) === 1

/** What an execution breaks, `failed` if the algorithm throws; null if nothing. */
function brokenIn({ outcome }: Execution): Tried['broken'] {
  if (outcome.kind === 'violated') return { property: outcome.property, reason: outcome.reason }
  return outcome.kind === 'failed' ? { property: 'failed', reason: outcome.reason } : null
}

function apartIn(final: ConfigurationView): number {
  const correct = final.states.filter((_, p) => final.faulty?.(p) !== true)
  let [sum, pairs] = [0, 0]
  for (const [i, a] of correct.entries())
    for (const b of correct.slice(i + 1)) {
      sum += differences(a, b)
      pairs++
    }
  return pairs === 0 ? 0 : sum / pairs
}
