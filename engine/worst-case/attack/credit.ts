/** How much of it is left after a round. */
const fading = 0.9

/** What strategies have shown that they are good for: how often they were tried, and what share of the gains was theirs. */
export class Credit {
  readonly #tries: Map<string, { count: number; gains: number }>

  constructor(names: readonly string[]) {
    this.#tries = new Map(names.map((name) => [name, { count: 0, gains: 0 }]))
  }

  /** Whether there is none to choose from. */
  get empty(): boolean {
    return this.#tries.size === 0
  }

  /** Lets what was long ago count for less. */
  fade(): void {
    for (const one of this.#tries.values()) {
      one.count *= fading
      one.gains *= fading
    }
  }

  /** `gain`: 1 for the largest of a round. */
  add(name: string, gain: number): void {
    const one = this.#tries.get(name)!
    one.count++
    one.gains += gain
  }

  /** The strategies of so many islands: each time the one of the largest share, as if this one were in vain. */
  shares(islands: number): string[] {
    const added = new Map<string, number>()
    return Array.from({ length: islands }, () => {
      let best: string | null = null
      let bestShare = -1
      for (const [name, { count, gains }] of this.#tries) {
        const share = (gains + 1) / (count + (added.get(name) ?? 0) + 1)
        if (share > bestShare) [best, bestShare] = [name, share]
      }
      added.set(best!, (added.get(best!) ?? 0) + 1)
      return best!
    })
  }
}
