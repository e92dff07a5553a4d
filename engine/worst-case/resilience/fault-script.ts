import { type Fate, writtenChoices } from '../../faults/index.ts'
import type { Message } from '../../model/index.ts'
import type { Alteration } from './alteration.ts'
import type { Paces } from './paces.ts'

/**
 * A crash: the step in this round is the last, and of what it sends only these receivers get anything. In asynchronous
 * executions, as in what follows, the steps of each processor are counted instead of rounds.
 */
interface ScriptedCrash {
  readonly processor: number
  readonly round: number
  readonly receivers: readonly number[]
}

/**
 * What goes astray in a round between two processors, because one of them fails in sending or in receiving it. In
 * asynchronous executions, the messages from one to the other are counted.
 */
interface ScriptedOmission {
  readonly sender: number
  readonly receiver: number
  readonly round: number
  readonly fate: Extract<Fate, 'omitted' | 'unheard'>
}

/** What a liar sends to a neighbour in a round in place of what it should. */
export interface Lie {
  readonly liar: number
  readonly receiver: number
  readonly round: number
  readonly messages: readonly Message[]
}

/** What failure detectors get wrong until a time, as far as their class allows it: for this part of the time, drawn from a seed. */
export interface Mistakes {
  readonly seed: number
  readonly until: number
  readonly rate: number
}

/** All that an adversary chooses in one execution: the inputs, how coins fall, everything that fails, and how long messages take. */
export interface FaultScript {
  readonly values: readonly number[]
  readonly crashes: readonly ScriptedCrash[]
  readonly omissions: readonly ScriptedOmission[]
  /** The liars. Where none of their lies is listed, they do what the algorithm says. */
  readonly liars: readonly number[]
  readonly lies: readonly Lie[]
  /** What liars say in all other messages in place of what the algorithm says. Absent: nothing else. */
  readonly alterations?: readonly Alteration[]
  /** Absent: failure detectors are right, and notice crashes one unit of time later. */
  readonly mistakes?: Mistakes
  /** What is chosen for the state in which each begins. Absent: they begin as they should. */
  readonly begins?: readonly (readonly number[])[]
  /** The execution is cut off after so many rounds. Absent: it goes on to its end. */
  readonly rounds?: number
  /** What coins are derived from. Absent: 0. */
  readonly coins?: number
  /** How long messages take in an asynchronous execution. Absent: it is one in rounds. */
  readonly paces?: Paces
}

/** Who fails in an omission. */
export const failingIn = ({ sender, receiver, fate }: ScriptedOmission): number =>
  fate === 'omitted' ? sender : receiver

/** How many processors fail in a script. */
export const failuresIn = ({ crashes, omissions, liars }: FaultScript): number =>
  crashes.length + liars.length + new Set(omissions.map(failingIn)).size

/**
 * What fails in a script, as a spec. Crashes in rounds are all in it; of others it says how many they are, of omissions and
 * lies whose and of which kind, and only the record of an execution has the rest. `random` says whether liars choose among an alphabet.
 */
export function specOfScript(
  { crashes, omissions, liars, mistakes, begins, paces }: FaultScript,
  random: boolean,
): string {
  const parts: string[] = []
  if (begins !== undefined) parts.push(`arbitrary-state:given=${writtenChoices(begins)}`)
  if (crashes.length > 0 && paces !== undefined) parts.push(`crash:f=${crashes.length}`)
  else if (crashes.length > 0)
    parts.push(
      `crash:given=${crashes
        .map(({ processor, round, receivers }) => [`${processor}@${round}`, ...receivers].join('/'))
        .join('+')}`,
    )
  if (omissions.length > 0) {
    const fates = new Set(omissions.map(({ fate }) => fate))
    const kind = fates.size === 2 ? 'general' : fates.has('omitted') ? 'send' : 'receive'
    const careless = [...new Set(omissions.map(failingIn))].sort((a, b) => a - b)
    parts.push(`omission:processors=${careless.join('+')},kind=${kind}`)
  }
  if (liars.length > 0)
    parts.push(`byzantine:processors=${liars.join('+')},strategy=${random ? 'random' : 'mutate'}`)
  if (mistakes !== undefined) parts.push(specOfMistakes(mistakes))
  return parts.length === 0 ? 'none' : parts.join('+')
}

/** Mistakes as a spec, from which the seed makes them. */
export const specOfMistakes = ({ until, rate }: Mistakes): string => `suspicion:until=${until},rate=${rate}`
