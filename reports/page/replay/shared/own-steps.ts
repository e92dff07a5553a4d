/** The reader decides who takes the steps, from some step of the run on. */
export interface OwnSteps {
  /** So many steps are those of the run. */
  readonly kept: number
  /** Who takes those after them. */
  readonly taken: readonly number[]
}

/** “17:0.1.1”: after 17 steps of the run, p_0, p_1 and p_1 take one each. */
export const ownStepsText = ({ kept, taken }: OwnSteps): string => `${kept}:${taken.join('.')}`

/** Null if the text is none. */
export function readOwnSteps(text: string | undefined): OwnSteps | null {
  const [, kept, taken] = /^(\d+):(\d+(?:\.\d+)*)$/.exec(text ?? '') ?? []
  if (kept === undefined || taken === undefined) return null
  return { kept: Number(kept), taken: taken.split('.').map(Number) }
}

/** Where p_p takes the next step after so many: what was decided before that stays. */
export function withStep(own: OwnSteps | null, done: number, p: number): OwnSteps {
  if (own === null || done <= own.kept) return { kept: done, taken: [p] }
  return { kept: own.kept, taken: [...own.taken.slice(0, done - own.kept), p] }
}
