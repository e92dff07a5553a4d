/** Black or white, whichever can be read better on a hexadecimal colour. The contrast is at least 4.5 on every colour. */
export const readableOn = (colour: string): string => readableAt(luminance(colour))

/** The same for a ground of this relative luminance: both contrasts are equal at √(1.05 · 0.05) − 0.05. */
export const readableAt = (ground: number): string =>
  ground + 0.05 >= Math.sqrt(1.05 * 0.05) ? '#000000' : '#ffffff'

/** The relative luminance of a hexadecimal colour (WCAG 2.2). */
export function luminance(colour: string): number {
  const [red, green, blue] = [1, 3, 5].map((at) => {
    const part = Number.parseInt(colour.slice(at, at + 2), 16) / 255
    return part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4
  })
  return 0.2126 * red! + 0.7152 * green! + 0.0722 * blue!
}
