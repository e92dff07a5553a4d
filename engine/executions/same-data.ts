/** Whether `written`, read from JSON, is what JSON keeps of `data`: numbers that are not finite become null. */
export function sameData(data: unknown, written: unknown): boolean {
  if (Object.is(data, written)) return true
  if (typeof data === 'number') return Number.isFinite(data) ? data === written : written === null
  if (typeof data !== 'object' || data === null) return data === undefined && written === null
  if (typeof written !== 'object' || written === null) return false
  if (Array.isArray(data))
    return (
      Array.isArray(written) &&
      data.length === written.length &&
      data.every((item, i) => sameData(item, written[i]))
    )
  const kept = Object.entries(data).filter(([, value]) => value !== undefined)
  return (
    kept.length === Object.keys(written).length &&
    kept.every(([key, value]) => Object.hasOwn(written, key) && sameData(value, written[key as never]))
  )
}
