/** At most so many settings are told; all are in growth.csv. */
const mostTold = 12

/** How costs grow: `lines` are about the settings that could be judged, one each. */
export function describeGrowth(lines: readonly string[]): string[] {
  if (lines.length === 0) return []
  const rest = lines.length - mostTold
  return [
    '',
    '  growth (what it rests on: growth.csv)',
    ...lines.slice(0, mostTold).map((line) => `    ${line}`),
    ...(rest > 0 ? [`    … and ${rest} more`] : []),
  ]
}
