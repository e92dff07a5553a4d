import type { GrowthFinding } from '../../reports/index.ts'

/** At most so many settings are told; all are in growth.csv. */
const mostTold = 12

/** How costs grow: a sentence for each setting that could be judged. */
export function describeGrowth(all: readonly GrowthFinding[]): string[] {
  const judged = all.filter(({ verdict }) => verdict !== 'not judged')
  if (judged.length === 0) return []
  const told = judged.slice(0, mostTold).map(({ sentence }) => `    ${sentence}`)
  const rest = judged.length - told.length
  return ['', '  growth', ...told, ...(rest > 0 ? [`    … and ${rest} more in growth.csv`] : [])]
}
