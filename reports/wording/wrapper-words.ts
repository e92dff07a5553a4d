import { splitName, wrapperSpecs, wrappers } from '../../engine/index.ts'

/** Whether an algorithm is in no wrapper. */
export const isAlone = (algorithm: string): boolean => splitName(algorithm).specs === null

/** What the wrappers of an algorithm are called: “α”, “FIFO order + causal order”; “alone” if it has none. */
export const wrapperWords = (algorithm: string): string =>
  isAlone(algorithm)
    ? 'alone'
    : wrapperSpecs(algorithm)
        .map((spec) => wrappers.wordsFor(spec))
        .join(' + ')
