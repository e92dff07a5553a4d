/** The steps of a phase. */
export type Step = 1 | 2 | 3

/** How many votes are for what: the bits 0 and 1, and in the last step of a phase the proposals 2 and 3 of these. */
export type Counts = readonly [number, number, number, number]

interface Size {
  readonly n: number
  readonly f: number
}

const proposalOf = (bit: number): number => bit + 2
const bitOfVote = (vote: number): number => vote % 2

/** Whether there is such a vote in a step. */
export const isVote = (step: Step, vote: number): boolean =>
  Number.isInteger(vote) && vote >= 0 && vote < (step === 3 ? 4 : 2)

/** What a processor makes of n − f votes of a step, its own being `own`: its next vote, null for a coin. */
export function madeOf(step: Step, counts: Counts, own: number, { n, f }: Size): number | null {
  if (step === 1) return 2 * counts[1] > n - f ? 1 : 0
  const bit = counts[1] > counts[0] ? 1 : 0
  if (step === 2) return 2 * counts[bit] > n ? proposalOf(bit) : own
  const proposed = counts[3] > counts[2] ? 1 : 0
  return counts[proposalOf(proposed) as 2 | 3] > f ? proposed : null
}

/** The bit that n − f votes of the last step decide; null if they decide none. */
export function decidedBy(counts: Counts, { f }: Size): number | null {
  if (counts[2] > 2 * f) return 0
  return counts[3] > 2 * f ? 1 : null
}

/**
 * Whether some n − f of these votes of a step make somebody, whose own among them is `own`, vote so in the next. A vote that
 * they cannot make is a lie.
 */
export function mayMake(
  step: Step,
  counts: Counts,
  own: number | undefined,
  vote: number,
  { n, f }: Size,
): boolean {
  const k = n - f
  const [zeros, ones, proposals0, proposals1] = counts
  if (zeros + ones + proposals0 + proposals1 < k) return false
  if (step === 1) return vote === 1 ? 2 * Math.min(ones, k) > k : 2 * Math.max(0, k - zeros) <= k
  if (step === 2) {
    if (vote > 1) return 2 * Math.min(counts[bitOfVote(vote) as 0 | 1], k) > n
    // So many ones, at least and at most, that neither bit has a majority of all.
    const least = Math.max(k - zeros, Math.ceil(k - n / 2), 0)
    return vote === own && least <= Math.min(ones, k, Math.floor(n / 2))
  }
  const adopted = counts[proposalOf(vote) as 2 | 3] > f
  return adopted || zeros + ones + Math.min(proposals0, f) + Math.min(proposals1, f) >= k
}
