/** What is left of a sweep. */
export interface Remainder {
  readonly cells: number
  readonly seconds: number
}
