import type { KnownValency } from '../../engine/index.ts'
import { html, type Markup } from '../markup.ts'
import { themes } from '../themes/index.ts'

const { ink } = themes.paper

/** What a mark shows. */
type Shown = Pick<KnownValency, 'decisions' | 'proven'>

/**
 * What can be decided from a configuration, in black and white: a white disc for 0, a black one for 1, half of each for both,
 * a cross where nothing was found. A small disc: no other decision was found, which proves nothing.
 */
export function valencyMark({ decisions, proven }: Shown, x: number, y: number, radius: number): Markup {
  const [first] = decisions
  if (first === undefined)
    return html`<path d="M${x - 2} ${y - 2} l4 4 m0 -4 l-4 4" stroke="${ink.muted}" stroke-width="0.8" fill="none"/>`
  const r = proven ? radius : round(0.58 * radius)
  const rim = html`stroke="${ink.text}" stroke-width="0.8"`
  if (decisions.length === 1)
    return html`<circle cx="${x}" cy="${y}" r="${r}" fill="${first === 0 ? ink.paper : ink.text}" ${rim}/>`
  return html`<circle cx="${x}" cy="${y}" r="${r}" fill="${ink.paper}" ${rim}/><path d="M${x} ${round(y - r)} a${r} ${r} 0 0 1 0 ${2 * r} z" fill="${ink.text}"/>`
}

/** A frame around a mark: the event that happens. */
export const frame = (x: number, y: number, half: number): Markup =>
  html`<rect x="${round(x - half)}" y="${round(y - half)}" width="${2 * half}" height="${2 * half}" rx="1.5" fill="none" stroke="${ink.text}" stroke-width="1.3"/>`

export const round = (value: number): number => Number(value.toFixed(2))

interface Entry {
  readonly words: string
  mark(x: number, y: number): Markup
}

const disc = (words: string, decisions: readonly number[], proven = true): Entry => ({
  words,
  mark: (x, y) => valencyMark({ decisions, proven }, x, y, 4),
})

/** What the marks mean, in two columns; `silent`: nothing is found after some event. */
export const keyOf = (silent: boolean): readonly (readonly Entry[])[] => [
  [
    disc('0 or 1, both carried out', [0, 1]),
    disc('1 alone: no other exists', [1]),
    disc('1 alone: no other found', [1], false),
    ...(silent ? [disc('neither found', [], false)] : []),
  ],
  [
    { words: 'the event that happens', mark: (x, y) => frame(x, y, 4.6) },
    disc('0 alone: no other exists', [0]),
    disc('0 alone: no other found', [0], false),
  ],
]
