/** Points on one another beyond this number change nothing that can be seen. */
const stackMax = 4

/** A point as Vega writes it: a path that is moved to its place. */
const point = /<path transform="translate\(([-\d.]+),([-\d.]+)\)" d="([^"]+)"([^>]*)\/>/y

/**
 * A drawing of Vega's in fewer characters: coordinates to a tenth of a pixel, a symbol written once for all points that
 * have it, no roles for the parts of what is one image. `id` sets the identifiers of symbols apart from those of other
 * drawings on the page.
 */
export function compactSvg(svg: string, id: string): string {
  return sharedSymbols(svg.replace(/<[^>]*>/g, compactTag), id)
}

/** A tag, or nothing where it draws nothing. Only tags are touched, so that texts which users chose stay as they are. */
function compactTag(tag: string): string {
  if (/^<path class="(back|fore)ground"/.test(tag) && !/ (fill|stroke)="/.test(tag)) return ''
  return tag
    .replace(/ (role|aria-[a-z]+|class|pointer-events)="[^"]*"/g, '')
    .replace(/ (?:d|transform|x|y|x1|x2|y1|y2|width|height)="[^"]*"/g, (attribute) =>
      attribute.replace(/-?\d+\.\d{2,}(?:e-\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10)),
    )
}

/** Every row of points of one symbol and colour as uses of that symbol. */
function sharedSymbols(svg: string, id: string): string {
  const symbols = new Map<string, string>()
  let out = ''
  let at = 0
  for (let next = svg.indexOf('<path', at); next >= 0; next = svg.indexOf('<path', at)) {
    out += svg.slice(at, next)
    const points = pointsAt(svg, next)
    at = points.end
    if (points.places.length < 2) {
      out += svg.slice(next, at)
      continue
    }
    const symbol = symbols.get(points.shape) ?? `${id}-s${symbols.size + 1}`
    const known = symbols.has(points.shape)
    symbols.set(points.shape, symbol)
    const uses = points.places.map(([x, y]) => `<use href="#${symbol}" x="${x}" y="${y}"/>`)
    const definition = known ? '' : `<defs><path id="${symbol}" d="${points.shape}"/></defs>`
    out += `${definition}<g${points.look}>${uses.join('')}</g>`
  }
  return out + svg.slice(at)
}

/** The points of one look that stand one after the other from here; none where a path is no point. */
function pointsAt(svg: string, start: number) {
  const places: (readonly [string, string])[] = []
  const stacks = new Map<string, number>()
  let end = start
  let shape = ''
  let look = ''
  for (point.lastIndex = start; ; ) {
    const match = point.exec(svg)
    if (match === null) break
    const [, x, y, d, attributes] = match as unknown as readonly [string, string, string, string, string]
    if (end > start && (d !== shape || attributes !== look)) break
    shape = d
    look = attributes
    end = point.lastIndex
    const key = `${Math.round(Number(x))} ${Math.round(Number(y))}`
    const stacked = (stacks.get(key) ?? 0) + 1
    stacks.set(key, stacked)
    if (stacked <= stackMax) places.push([x, y])
  }
  // The opacity of a group would hold for all its points together.
  const each = look.replace(/ opacity="/, ' fill-opacity="').replace(/ stroke-width="2"/, '')
  return { places, shape, look: each, end: end > start ? end : svg.indexOf('>', start) + 1 }
}
