/** What is counted in every passage: the accesses, by kind, and those that are remote in each model of memory. */
export const counts = ['steps', 'reads', 'writes', 'rmw', 'cc', 'cc-write-back', 'dsm'] as const

/** The name of a count. */
export type Count = (typeof counts)[number]

/**
 * What is measured and a theorem can speak of. `passage:steps` is the largest number of steps of one passage, entry and
 * exit together; `passage:cc` the largest number of its remote references in a cache-coherent memory, `passage:dsm` in
 * a distributed one; `solo:steps` those of passages during which no other processor was in one. `bypass` is how often
 * others entered between the end of a processor's doorway and its own entry, at most. `variables` is the number of
 * shared variables, `bits` the sum of their sizes.
 */
export type SharedMeasure = `passage:${Count}` | `solo:${Count}` | 'bypass' | 'variables' | 'bits'

/**
 * What is measured where coins are flipped, over all schedulers: the expected number of steps that all processors take together
 * until each has ended an operation, that of flips among them, and the *agreement*, the least probability that all answer v, over all v that
 * can be answered and all schedulers.
 */
export const chanceMeasures = ['expected:steps', 'expected:flips', 'agreement'] as const
/** One of these. */
export type ChanceMeasure = (typeof chanceMeasures)[number]

/** Whether a measure is one of all runs together. */
export const isAboutChance = (measure: string): boolean => chanceMeasures.some((one) => one === measure)

/**
 * The same of objects. `scan:reads` is the largest number of reads of one `scan`, `operation:reads` of any operation;
 * `solo-scan:reads` and `solo:reads` are those of operations during which no other was under way.
 */
export type ObjectMeasure<O extends string = string> =
  | ChanceMeasure
  | `${O | `solo-${O}` | 'operation' | 'solo'}:${Count}`
  | 'variables'
  | 'bits'
