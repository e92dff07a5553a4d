import { type ConfigurationView, eventually } from '../../../engine/index.ts'

/** Everyone knows the largest identifier in the end, whoever was given it. */
export const everyoneLearnsTheLargest = eventually(learnsTheLargest)

function learnsTheLargest({
  states,
  instance: { ids },
}: ConfigurationView<{ readonly largest: number | null }>): true | string {
  const largest = Array.from(ids).reduce((a, b) => Math.max(a, b))
  const other = states.findIndex((state) => state.largest !== largest)
  return other < 0 || `p_${other} takes ${states[other]!.largest} for the largest identifier, ${largest}`
}
