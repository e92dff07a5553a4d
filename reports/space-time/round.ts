/** A coordinate, to a hundredth of a pixel. */
export const round = (value: number): number => Math.round(100 * value) / 100
