/**
 * Colours for quantities: from pale cream over teal to navy, in equal steps of perceived difference (Björn Ottosson's
 * Oklab, 2020). Lightness falls all the way, so that the order is also seen in grey print and with every kind of
 * colour vision.
 */
type Oklab = readonly [lightness: number, a: number, b: number]

/** The ends and the bend of a curve through the colour space. */
const anchors: readonly [Oklab, Oklab, Oklab] = [
  polar(0.965, 0.045, 98),
  polar(0.8, 0.17, 190),
  polar(0.3, 0.1, 268),
]

function polar(lightness: number, chroma: number, degrees: number): Oklab {
  const angle = (degrees * Math.PI) / 180
  return [lightness, chroma * Math.cos(angle), chroma * Math.sin(angle)]
}

/** The point of the curve at t in [0, 1]. */
function along(t: number): Oklab {
  const [from, bend, to] = anchors
  const mix = (i: 0 | 1 | 2) => (1 - t) ** 2 * from[i] + 2 * t * (1 - t) * bend[i] + t ** 2 * to[i]
  return [mix(0), mix(1), mix(2)]
}

/** Distances along the curve from its pale end, at equal steps of t. */
const steps = 256
const lengths = Array.from({ length: steps }, (_, i) =>
  Math.hypot(...difference(along(i / steps), along((i + 1) / steps))),
)
const total = lengths.reduce((a, b) => a + b)

function difference(p: Oklab, q: Oklab): [number, number, number] {
  return [q[0] - p[0], q[1] - p[1], q[2] - p[2]]
}

/** The colour at this share of the way from pale to dark. */
function colourAt(share: number): Oklab {
  let left = share * total
  for (const [i, length] of lengths.entries()) {
    if (left <= length) return along((i + left / length) / steps)
    left -= length
  }
  return along(1)
}

/** So many colours from pale to dark, as hexadecimal sRGB. */
export function ramp(count: number): string[] {
  return Array.from({ length: count }, (_, i) => hexadecimal(colourAt(i / (count - 1))))
}

function hexadecimal([lightness, a, b]: Oklab): string {
  const long = (lightness + 0.3963377774 * a + 0.2158037573 * b) ** 3
  const medium = (lightness - 0.1055613458 * a - 0.0638541728 * b) ** 3
  const short = (lightness - 0.0894841775 * a - 1.291485548 * b) ** 3
  const linear = [
    4.0767416621 * long - 3.3077115913 * medium + 0.2309699292 * short,
    -1.2684380046 * long + 2.6097574011 * medium - 0.3413193965 * short,
    -0.0041960863 * long - 0.7034186147 * medium + 1.707614701 * short,
  ]
  return `#${linear
    .map((part) =>
      Math.round(255 * gamma(part))
        .toString(16)
        .padStart(2, '0'),
    )
    .join('')}`
}

function gamma(part: number): number {
  const within = Math.min(1, Math.max(0, part))
  return within <= 0.0031308 ? 12.92 * within : 1.055 * within ** (1 / 2.4) - 0.055
}
