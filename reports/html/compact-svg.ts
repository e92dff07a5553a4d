/** Points on one another beyond this number change nothing that can be seen. */
const stackMax = 4

/** A point as Vega writes it: a path that is moved to its place. */
const point = /<path transform="translate\(([-\d.]+),([-\d.]+)\)" d="([^"]+)"([^>]*)\/>/y

/**
 * A drawing of Vega's in fewer characters: coordinates to a tenth of a pixel, points of one look as the corners of one
 * path, no roles for the parts of what is one image, and the font of the page. `id` sets the identifiers of symbols
 * apart from those of other drawings on the page.
 */
export function compactSvg(svg: string, id: string): string {
  return joinPoints(svg.replace(/<[^>]*>/g, compactTag), id)
}

/** A tag, or nothing where it draws nothing. Only tags are touched, so that texts which users chose stay as they are. */
function compactTag(tag: string): string {
  if (/^<path class="(back|fore)ground"/.test(tag) && !/ (fill|stroke)="/.test(tag)) return ''
  return tag
    .replace(/ (role|aria-[a-z]+|class|pointer-events|font-family)="[^"]*"| (\w+-)?opacity="1"/g, '')
    .replace(/ (?:d|transform|x|y|x1|x2|y1|y2|width|height)="[^"]*"/g, (attribute) =>
      attribute.replace(/-?\d+\.\d{2,}(?:e-\d+)?/g, (number) => String(Math.round(Number(number) * 10) / 10)),
    )
}

/** Draws points of one look that follow one another as the corners of a path that is not seen itself. */
function joinPoints(svg: string, id: string): string {
  const symbols = new Map<string, string>()
  let out = ''
  let at = 0
  for (let next = svg.indexOf('<path', at); next >= 0; next = svg.indexOf('<path', at)) {
    out += svg.slice(at, next)
    const { places, symbol, end } = pointsAt(svg, next)
    at = end
    if (places.length < 2) {
      out += svg.slice(next, at)
      continue
    }
    const known = symbols.get(symbol)
    const name = known ?? `${id}-${symbols.size + 1}`
    symbols.set(symbol, name)
    if (known === undefined)
      out += `<defs><marker id="${name}" overflow="visible" markerUnits="userSpaceOnUse">${symbol}</marker></defs>`
    const corners = ['start', 'mid', 'end'].map((corner) => ` marker-${corner}="url(#${name})"`).join('')
    out += `<path fill="none" d="M${places.join(' ')}"${corners}/>`
  }
  return out + svg.slice(at)
}

/** The points of one look that stand one after the other from here; none where a path is no point. */
function pointsAt(svg: string, start: number) {
  const places: string[] = []
  const stacks = new Map<string, number>()
  let end = start
  let symbol = ''
  for (point.lastIndex = start; ; ) {
    const match = point.exec(svg)
    if (match === null) break
    const [, x, y, d, look] = match
    const drawn = `<path d="${d}"${look!.replace(' stroke-width="2"', '')}/>`
    if (end > start && drawn !== symbol) break
    symbol = drawn
    end = point.lastIndex
    const key = `${Math.round(Number(x))} ${Math.round(Number(y))}`
    const stacked = (stacks.get(key) ?? 0) + 1
    stacks.set(key, stacked)
    if (stacked <= stackMax) places.push(`${x} ${y}`)
  }
  return { places, symbol, end: end > start ? end : svg.indexOf('>', start) + 1 }
}
