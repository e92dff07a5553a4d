/** How long it takes from one time to a later one. */
export type Lapse = (from: number, to: number) => number

/** Where times are those of an execution. */
export const difference: Lapse = (from, to) => to - from
