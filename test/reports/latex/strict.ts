import assert from 'node:assert/strict'

/** Commands of LaTeX, booktabs and array that generated files may use. */
const known = new Set(
  `\\ { } $ & % # _ , ( ) addlinespace arraybackslash begin bottomrule cdot ceil copyright csname def detokenize div else
  end endcsname ensuremath expandafter fi footnotesize frac geq ifcsname infty input in approx ldots lceil leq left lfloor
  linewidth ln log makeatletter makeatother mathrm max midrule min multicolumn neq o O ae AE oe OE l L i ss S
  PackageError pm providecommand raggedright rceil rfloor right sum surd symbol textasciicircum textasciitilde
  textbackslash textbar textgreater textless times to toprule ' \` ^ ~ = u . " r H v c k alpha beta gamma delta
  varepsilon theta lambda mu pi rho sigma tau varphi omega Gamma Delta Theta Lambda Pi Sigma Phi Omega @firstoftwo
  @secondoftwo ifx DeclareTextAccentDefault DeclareTextSymbolDefault @notprerr dj DJ dh DH th TH textcommabelow texteuro`.split(
    /\s+/,
  ),
)

/**
 * Fails unless the text is LaTeX that no user's label has broken: braces and environments are balanced, every command is
 * known or defined here, and what has a meaning to TeX is escaped, except in formulas and between cells.
 */
export function assertStrict(text: string, name: string): void {
  const defined = new Set(
    [...text.matchAll(/\\providecommand\*\\([A-Za-z@]+)/g)].map(([, command]) => command!),
  )
  const open: string[] = []
  const environments: string[] = []
  const tokens = text.replace(/(?<!\\)%.*$/gm, '').matchAll(/\\([A-Za-z@]+|.|\n)|[{}$&#_^~"%]|[^ -~\n]/gu)
  let formula: number | null = null
  for (const { 0: token, 1: command, index, input } of tokens) {
    const where = `${name}: ${token} in “${input.slice(Math.max(0, index - 40), index + 20)}”`
    if (command !== undefined) {
      assert.ok(known.has(command) || defined.has(command) || command === 'adm@put', where)
      if (command === 'ensuremath' && formula === null) formula = open.length
    } else if (token === '{') open.push(token)
    else if (token === '}') {
      assert.ok(open.pop() !== undefined, where)
      if (formula === open.length) formula = null
    } else if (token === '_' || token === '^') assert.ok(formula !== null, where)
    else if (token === '&') assert.ok(text.includes('\\begin{tabular}'), where)
    else if (token === '#') assert.ok(defined.size > 0, where)
    else assert.ok(token === '$' && text.includes('\\begin{tabular}'), where)
  }
  assert.equal(open.length, 0, `${name}: braces`)
  for (const [, which, environment] of text.matchAll(/\\(begin|end)\{([^}]*)\}/g))
    if (which === 'begin') environments.push(environment!)
    else assert.equal(environments.pop(), environment, name)
  assert.deepEqual(environments, [], name)
}
