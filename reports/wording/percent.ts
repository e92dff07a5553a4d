/** A share or an error as sentences have it: 0.64 is 64%, 0.994 is 99.4%, 0.0005 is 0.05%. */
export function percent(fraction: number): string {
  const value = 100 * fraction
  if (value < 0.01) return 'less than 0.01%'
  if (value < 10) return `${Number(value.toPrecision(2))}%`
  return `${value > 90 && value < 100 ? Number(value.toFixed(1)) : Math.round(value)}%`
}
