import type { AnyAlgorithm, Instance, Knowledge } from '../model/index.ts'

type Arrange = NonNullable<AnyAlgorithm['arrange']>

/** What is arranged for the algorithm inside a wrapper, and what for the wrapper. */
interface Both {
  readonly inside: unknown
  readonly own: unknown
}

/** What is arranged for a wrapper and for the algorithm inside it, if there is anything. */
export function arrangeBoth(
  algorithm: AnyAlgorithm,
  own: Arrange | undefined,
): { readonly arrange?: Arrange } {
  if (algorithm.arrange === undefined && own === undefined) return {}
  return {
    arrange(instance: Instance, seed: number) {
      const [inside, outside] = [algorithm.arrange?.(instance, seed), own?.(instance, seed)]
      return (p): Both => ({ inside: inside?.(p), own: outside?.(p) })
    },
  }
}

/** What a processor is told inside; it has all else that the wrapper is told. */
export const toldInside = (algorithm: AnyAlgorithm, input: Knowledge): Knowledge =>
  algorithm.arrange === undefined ? input : withArranged(input, (input.arranged as Both).inside)

/** What a wrapper that arranges something is told itself. */
export const toldOutside = (input: Knowledge): Knowledge => withArranged(input, arrangedOutside(input))

/** What a wrapper has arranged for this processor. */
export const arrangedOutside = (input: Knowledge): unknown => (input.arranged as Both).own

const withArranged = (input: Knowledge, value: unknown): Knowledge =>
  Object.create(input, { arranged: { value } }) as Knowledge
