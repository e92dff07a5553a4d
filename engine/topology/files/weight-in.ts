/** The weight that a file gives a channel; undefined where it gives none, or something that is no number. */
export function weightIn(value: unknown): number | undefined {
  const text = typeof value === 'number' ? String(value) : value
  if (typeof text !== 'string' || text.trim() === '') return undefined
  const weight = Number(text)
  return Number.isNaN(weight) ? undefined : weight
}

/** How attributes and columns are called that hold weights. */
export const isWeightName = (name: string): boolean => /^(weight|value)$/i.test(name.trim())

/** The weight in attributes as NetworkX writes them behind the ends of a channel: {'weight': 3}. */
export const bracedWeight = (text: string): number | undefined =>
  weightIn(/['"]weight['"]\s*:\s*([-+.\deE]+)/.exec(text)?.[1])
