import type { Look } from '../../themes/look.ts'

/**
 * Words on a coloured ground, which is not the paper's: they stay light, with an edge where that ground is lighter than
 * in the other look.
 */
const onColour = 'fill:#fff;stroke:#0009;stroke-width:2px;paint-order:stroke'

/**
 * The rules by which a drawing in one look appears in the colours of another: what has this fill or this line has that
 * one instead. A colour that plays several roles takes what its first role takes.
 */
export function recolour(
  from: Look,
  to: Look,
): readonly (readonly [selector: string, declarations: string])[] {
  const pairs = new Map<string, string>()
  for (const [before, after] of matching(from, to)) if (!pairs.has(before)) pairs.set(before, after)
  const rules = [...pairs].flatMap(([before, after]) =>
    before === after
      ? []
      : (['fill', 'stroke'] as const).map(
          (kind) => [`.plot [${kind}="${before}"]`, `${kind}:${after}`] as const,
        ),
  )
  return [...rules, [`.plot text[fill="${from.ink.paper}"]:not([stroke])`, onColour]]
}

/** The colours that stand at the same place of both. */
function* matching(from: unknown, to: unknown): Generator<readonly [string, string]> {
  if (typeof from === 'string' && typeof to === 'string') {
    if (/^#[0-9a-f]{6}$/i.test(from)) yield [from, to]
  } else if (typeof from === 'object' && typeof to === 'object' && from !== null && to !== null)
    for (const [key, value] of Object.entries(from))
      yield* matching(value, (to as Record<string, unknown>)[key])
}
