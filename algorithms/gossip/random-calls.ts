import type { Instance } from '../../engine/index.ts'

/** Who calls in a round: who is informed, to push the rumour, or who is not, to pull it, or both. */
export interface Callers {
  readonly pushes: boolean
  readonly pulls: boolean
}

/** What a rumour costs on average until all of n know it. */
interface Means {
  readonly rounds: number
  readonly messages: number
}

/** The chain has n²/2 steps between its n states, so for more processors it takes too long. */
const mostProcessors = 1024

const known = new Map<string, Means>()

/**
 * The exact means on a complete graph, where the number of informed processors is a Markov chain; NaN on others, and for
 * more than 1024 processors.
 */
export function meansOnComplete(callers: Callers, { network: { n, m } }: Instance): Means {
  if (2 * m !== n * (n - 1) || n > mostProcessors) return { rounds: Number.NaN, messages: Number.NaN }
  const key = `${n} ${callers.pushes} ${callers.pulls}`
  let means = known.get(key)
  if (means === undefined) known.set(key, (means = solve(n, callers)))
  return means
}

/** From the last state back: E(k) = 1 + Σ Pr[k becomes k + j] E(k + j). */
function solve(n: number, callers: Callers): Means {
  const rounds = new Float64Array(n + 1)
  const messages = new Float64Array(n + 1)
  for (let k = n - 1; k >= 1; k--) {
    const gain = newlyInformed(n, k, callers)
    let [r, s] = [1, messagesOf(n, k, callers)]
    for (let j = 1; j < gain.length; j++) {
      r += gain[j]! * rounds[k + j]!
      s += gain[j]! * messages[k + j]!
    }
    rounds[k] = r / (1 - gain[0]!)
    messages[k] = s / (1 - gain[0]!)
  }
  return { rounds: rounds[1]!, messages: messages[1]! }
}

/** A push is one message, a pull a question and, with probability k/(n − 1), an answer. */
function messagesOf(n: number, k: number, { pushes, pulls }: Callers): number {
  return (pushes ? k : 0) + (pulls ? (n - k) * (1 + k / (n - 1)) : 0)
}

/** The distribution of how many of the n − k others are informed in a round in which k are. */
function newlyInformed(n: number, k: number, { pushes, pulls }: Callers): Float64Array {
  const others = n - k
  const chance = new Float64Array(others + 1)
  chance[0] = 1
  // Each push reaches one of the n − 1 other processors; a new one unless it was pushed to before.
  for (let push = 0; pushes && push < k; push++)
    for (let j = Math.min(push + 1, others); j >= 0; j--)
      chance[j] = (chance[j]! * (k - 1 + j) + (j > 0 ? chance[j - 1]! * (others - j + 1) : 0)) / (n - 1)
  if (!pulls) return chance
  // Each of those that are left pulls from one of the k with the same probability.
  const after = new Float64Array(others + 1)
  for (let pushed = 0; pushed <= others; pushed++) {
    // What is as rare as this changes no digit of the means.
    if (chance[pushed]! < 1e-20) continue
    const pulled = binomial(others - pushed, k / (n - 1))
    for (const [j, p] of pulled.entries()) after[pushed + j]! += chance[pushed]! * p
  }
  return after
}

/** The distribution of the number of successes among some trials, from its largest term outwards to avoid underflow. */
function binomial(trials: number, p: number): Float64Array {
  const chance = new Float64Array(trials + 1)
  if (p >= 1) {
    chance[trials] = 1
    return chance
  }
  const mode = Math.min(trials, Math.floor((trials + 1) * p))
  chance[mode] = 1
  const odds = p / (1 - p)
  for (let j = mode; j < trials; j++) chance[j + 1] = (chance[j]! * odds * (trials - j)) / (j + 1)
  for (let j = mode; j > 0; j--) chance[j - 1] = (chance[j]! * j) / (odds * (trials - j + 1))
  const sum = chance.reduce((a, b) => a + b, 0)
  return chance.map((x) => x / sum)
}
