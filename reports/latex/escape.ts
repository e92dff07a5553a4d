import { accents, mathematics, signs, special } from './signs.ts'

/**
 * A text as LaTeX prints it, character by character: no command, comment, parameter or ligature comes of what it
 * contains. Accented letters and common signs are written so that every engine knows them; of other characters beyond
 * ASCII the code point is printed, as U+4E2D.
 */
export function latexText(text: string): string {
  // Hyphens, quotes and commas that stand together would become dashes and other quotes.
  return [...text.normalize('NFC')]
    .map((character, i, all) => (isJoined(all[i - 1], character) ? '{}' : '') + latexCharacter(character))
    .join('')
}

const isJoined = (before: string | undefined, character: string): boolean =>
  before !== undefined && /[-–—`'‘’“”,!?]/.test(before) && /[-–—`'‘’“”,]/.test(character)

function latexCharacter(character: string): string {
  const known = special[character] ?? signs[character]
  if (known !== undefined) return known
  const sign = mathematics[character]
  if (sign !== undefined) return `\\ensuremath{${sign}}`
  if (/^[\x20-\x7e]$/.test(character)) return character
  if (/^[\s\p{Cc}]$/u.test(character)) return ' '
  const subscript = '₀₁₂₃₄₅₆₇₈₉'.indexOf(character)
  if (subscript >= 0) return `\\ensuremath{_{${subscript}}}`
  const superscript = '⁰¹²³⁴⁵⁶⁷⁸⁹'.indexOf(character)
  if (superscript >= 0) return `\\ensuremath{^{${superscript}}}`
  return accented(character) ?? codePoint(character)
}

function accented(character: string): string | null {
  const [letter, accent, ...more] = character.normalize('NFD')
  const command = accents[accent ?? '']
  return command !== undefined && more.length === 0 && /^[A-Za-z]$/.test(letter!)
    ? `\\${command}{${letter}}`
    : null
}

const codePoint = (character: string): string =>
  `U+${character.codePointAt(0)!.toString(16).toUpperCase().padStart(4, '0')}`
