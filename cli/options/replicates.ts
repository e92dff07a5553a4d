import { InputError } from '../../engine/index.ts'
import type { ExperimentDefinition } from '../../experiments/index.ts'
import { integerOption } from './specs.ts'

/** How many replicates there are to be: a number, or from least to most. */
export interface Replicates {
  readonly least: number | null
  readonly most: number
}

/** Reads `10`, or `10..1000` from least to most. */
export function replicatesOption(text: string): Replicates {
  const [, least, most] = /^(\d+)\.\.(\d+)$/.exec(text) ?? []
  const read = integerOption('replicates', 1)
  if (least === undefined) return { least: null, most: read(text) }
  return { least: read(least), most: read(most!) }
}

/** The precision that is asked for; undefined if none is. */
export function untilCiAsked({
  untilCi,
  replicates: { least },
}: {
  readonly untilCi?: number
  readonly replicates: Replicates
}): ExperimentDefinition['untilCi'] {
  if (untilCi !== undefined) return { fraction: untilCi, least: least ?? undefined }
  if (least === null) return undefined
  throw new InputError('--replicates from least to most needs --until-ci, such as --until-ci 0.05')
}
