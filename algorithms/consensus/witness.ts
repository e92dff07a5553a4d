/** What a processor has heard of one reliable broadcast, and what it has said of it. */
export interface Witness {
  /** Whether it has echoed the value that it had from the sender. */
  echoed: boolean
  /** Whether it has said that it is ready to deliver. */
  ready: boolean
  /** What each has echoed, and what each is ready to deliver, by channel; it counts itself, too. */
  readonly echoes: Record<number, number>
  readonly readies: Record<number, number>
  delivered: number | null
}

/** What is said in a reliable broadcast. */
export type Word = 'initial' | 'echo' | 'ready'

export const newWitness = (): Witness => ({
  echoed: false,
  ready: false,
  echoes: {},
  readies: {},
  delivered: null,
})

/** In place of a channel, for what a processor says to itself. */
const itself = -1

/**
 * Enters what came by a channel, and says what follows from it, to all others by `say` and to itself. Of each processor
 * only the first echo counts and only the first ready. Bracha 1987: more than (n + f)/2 echoes of two values would have a
 * correct processor in common, and of f + 1 that are ready one is correct.
 */
export function hear(
  witness: Witness,
  { word, value, from = itself }: { word: Word; value: number; from?: number },
  { n, f }: { readonly n: number; readonly f: number },
  say: (word: Word, value: number) => void,
): void {
  const tell = (next: Word, of: number): void => {
    say(next, of)
    hear(witness, { word: next, value: of }, { n, f }, say)
  }
  if (word === 'initial') {
    if (witness.echoed) return
    witness.echoed = true
    return tell('echo', value)
  }
  const said = word === 'echo' ? witness.echoes : witness.readies
  if (said[from] !== undefined) return
  said[from] = value
  // Whoever is ready needs no more echoes, and whoever has delivered nothing.
  if (witness.ready && (word === 'echo' || witness.delivered !== null)) return
  const count = Object.values(said).filter((other) => other === value).length
  if (word === 'ready' && count > 2 * f) witness.delivered ??= value
  if (witness.ready || !(word === 'echo' ? 2 * count > n + f : count > f)) return
  witness.ready = true
  tell('ready', value)
}
