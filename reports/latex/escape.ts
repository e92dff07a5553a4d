/** What has a meaning to TeX, and how it is printed instead. */
const special: Readonly<Record<string, string>> = {
  '\\': '\\textbackslash{}',
  '{': '\\{',
  '}': '\\}',
  $: '\\$',
  '&': '\\&',
  '%': '\\%',
  '#': '\\#',
  _: '\\_',
  '~': '\\textasciitilde{}',
  '^': '\\textasciicircum{}',
  '<': '\\textless{}',
  '>': '\\textgreater{}',
  '|': '\\textbar{}',
  '"': '\\symbol{34}',
  // At the beginning of a line of a table they would belong to the end of the line before.
  '[': '{[}',
  ']': '{]}',
  '*': '{*}',
}

/** Signs beyond ASCII that engines do not all know. */
const signs: Readonly<Record<string, string>> = {
  '–': '--',
  '—': '---',
  '‘': '`',
  '’': "'",
  '“': '``',
  '”': "''",
  '…': '\\ldots{}',
  '\u00a0': '~',
  '\u2009': '\\,',
  '\u202f': '\\,',
  '§': '\\S{}',
  '©': '\\copyright{}',
  ß: '\\ss{}',
  ø: '\\o{}',
  Ø: '\\O{}',
  æ: '\\ae{}',
  Æ: '\\AE{}',
  œ: '\\oe{}',
  Œ: '\\OE{}',
  ł: '\\l{}',
  Ł: '\\L{}',
  ı: '\\i{}',
}

const mathematics: Readonly<Record<string, string>> = {
  '−': '-',
  '±': '\\pm',
  '×': '\\times',
  '÷': '\\div',
  '·': '\\cdot',
  '≤': '\\leq',
  '≥': '\\geq',
  '≠': '\\neq',
  '≈': '\\approx',
  '∞': '\\infty',
  '∈': '\\in',
  '→': '\\to',
  '√': '\\surd',
  '∑': '\\sum',
  '⌈': '\\lceil',
  '⌉': '\\rceil',
  '⌊': '\\lfloor',
  '⌋': '\\rfloor',
  '°': '^{\\circ}',
  α: '\\alpha',
  β: '\\beta',
  γ: '\\gamma',
  δ: '\\delta',
  ε: '\\varepsilon',
  θ: '\\theta',
  λ: '\\lambda',
  μ: '\\mu',
  µ: '\\mu',
  π: '\\pi',
  ρ: '\\rho',
  σ: '\\sigma',
  τ: '\\tau',
  φ: '\\varphi',
  ω: '\\omega',
  Γ: '\\Gamma',
  Δ: '\\Delta',
  Θ: '\\Theta',
  Λ: '\\Lambda',
  Π: '\\Pi',
  Σ: '\\Sigma',
  Φ: '\\Phi',
  Ω: '\\Omega',
}

/** Accents that follow their letter in decomposed text, and the commands that put them on it. */
const accents: Readonly<Record<string, string>> = {
  '\u0300': '`',
  '\u0301': "'",
  '\u0302': '^',
  '\u0303': '~',
  '\u0304': '=',
  '\u0306': 'u',
  '\u0307': '.',
  '\u0308': '"',
  '\u030a': 'r',
  '\u030b': 'H',
  '\u030c': 'v',
  '\u0327': 'c',
  '\u0328': 'k',
}

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
