/** The hardware clock of a processor: what it shows at a time, and when it shows something. Increasing, without bound. */
export interface Clock {
  at(time: number): number
  when(reading: number): number
}
