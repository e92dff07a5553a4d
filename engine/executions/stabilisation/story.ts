import { InputError } from '../../errors.ts'
import type { StabilisingAlgorithm } from '../../stabilisation/index.ts'
import type { StoryScope } from '../story.ts'
import type { NumberedLine } from '../verify.ts'
import type { StabilisingHeader, StabilisingMoment } from './format.ts'
import { type StabilisingVerification, verifyStabilising } from './verify.ts'

/** A part of an execution of a self-stabilising algorithm as pictures show it. */
export interface StabilisingStory {
  readonly header: StabilisingHeader
  readonly algorithm: StabilisingAlgorithm
  /** The processors shown, in order. */
  readonly processors: readonly number[]
  /** The configurations shown, one after the other; at least one. */
  readonly moments: readonly StabilisingMoment[]
  /** What was found in the whole execution. */
  readonly found: StabilisingVerification
}

/** A recorded execution of a self-stabilising algorithm, and the file that it stands in. */
interface Recorded {
  readonly path: string
  readonly header: StabilisingHeader
  readonly stabilising: StabilisingAlgorithm
  readonly lines: Iterable<NumberedLine>
}

/**
 * Verifies a recorded execution and keeps the part in scope, whose times are numbers of steps. Throws an InputError if nothing
 * or more than `most` configurations are in it, or a line cannot be read.
 */
export function stabilisingStory(
  { path, header, stabilising: algorithm, lines }: Recorded,
  { processors: chosen, from, to }: StoryScope,
  most: number,
): StabilisingStory {
  const moments: StabilisingMoment[] = []
  const found = verifyStabilising(header, lines, algorithm, path, (moment) => {
    if (moment.number >= from && moment.number <= to) moments.push(moment)
    if (moments.length > most)
      throw new InputError(
        `${path} has more than ${most} configurations to draw; choose some with --from and --to`,
      )
  })
  const processors = [...header.neighbors.keys()].filter((p) => chosen?.has(p) ?? true)
  if (moments.length === 0 || processors.length === 0)
    throw new InputError(`${path} has no such steps of these processors`)
  return { header, algorithm, processors, moments, found }
}
