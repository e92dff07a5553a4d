/** The names of the processors in the source of a network; a list of them is one. */
export interface Labels {
  readonly length: number
  at(processor: number): string | undefined
}

/** The decimal digits of numbers, written out only when asked for. */
export function numberLabels(numbers: Float64Array): Labels {
  return {
    length: numbers.length,
    at: (processor) => numbers.at(processor)?.toString(),
  }
}
