import type { Condition } from '../replay/run.ts'

/** The colours of the panel's pictures, as the page's colour scheme has them. */
export interface Inks {
  readonly text: string
  readonly muted: string
  readonly line: string
  readonly paper: string
  /** What the reader has chosen or changed. */
  readonly chosen: string
  /** What fails. */
  readonly failed: string
  /** What processors are filled with, and their rims. */
  readonly fills: Readonly<Record<Condition, string>>
  readonly rims: Readonly<Record<Condition, string>>
  /** Words on a processor that is filled. */
  readonly onFull: string
  /** By type of message, in order of appearance; they can be told apart in either scheme and by the colour-blind. */
  readonly types: readonly string[]
  readonly font: string
}

const light = {
  chosen: '#c2185b',
  fills: {
    asleep: '#ffffff',
    awake: '#dbe7f0',
    changed: '#3d83b4',
    terminated: '#2b3a46',
    crashed: '#ffffff',
  },
  rims: {
    asleep: '#767676',
    awake: '#3d83b4',
    changed: '#3d83b4',
    terminated: '#2b3a46',
    crashed: '#767676',
  },
  onFull: '#ffffff',
  types: ['#d95f02', '#1b7f5f', '#7a5bb5', '#a6761d', '#0b78a8', '#c43c74', '#5a7d1a'],
}

const dark = {
  chosen: '#ff6fa5',
  fills: {
    asleep: '#161616',
    awake: '#2b3f4e',
    changed: '#5ba7dc',
    terminated: '#d5dde3',
    crashed: '#161616',
  },
  rims: {
    asleep: '#8c8c8c',
    awake: '#5ba7dc',
    changed: '#5ba7dc',
    terminated: '#d5dde3',
    crashed: '#8c8c8c',
  },
  onFull: '#161616',
  types: ['#ff9d4d', '#46c99b', '#b79cf2', '#dfb257', '#58b8e8', '#f285b0', '#a5c95b'],
}

/** The colours to draw with inside an element. */
export function inksOf(element: Element): Inks {
  const style = getComputedStyle(element)
  const ink = (colour: string) => resolved(element, colour)
  const text = style.color
  const own = isPale(text) ? dark : light
  return {
    ...own,
    text,
    font: style.fontFamily,
    failed: ink('var(--bad,light-dark(#b00020,#ff7a85))'),
    muted: ink('var(--muted,light-dark(#5c5c5c,#a8a5a0))'),
    line: ink('var(--line,light-dark(#ddd,#3a3a3a))'),
    paper: ink('var(--paper,light-dark(#fff,#161616))'),
  }
}

/** A colour that a canvas understands. */
function resolved(place: Element, colour: string): string {
  const probe = document.createElement('span')
  probe.style.color = colour
  place.append(probe)
  const { color } = getComputedStyle(probe)
  probe.remove()
  return color
}

function isPale(colour: string): boolean {
  const [red = 0, green = 0, blue = 0] = (colour.match(/[\d.]+/g) ?? []).map(Number)
  return 0.3 * red + 0.6 * green + 0.1 * blue > 128
}

/** Calls back when the colour scheme changes; what it returns ends that. */
export function onSchemeChange(action: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)')
  const observer = new MutationObserver(action)
  observer.observe(document.documentElement, { attributes: true })
  system.addEventListener('change', action)
  return () => {
    observer.disconnect()
    system.removeEventListener('change', action)
  }
}
