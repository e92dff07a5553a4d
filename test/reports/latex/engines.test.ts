import assert from 'node:assert/strict'
import { spawnSync } from 'node:child_process'
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { dirname, join } from 'node:path'
import { test } from 'node:test'
import { latexFiles } from '../../../reports/latex/files.ts'
import { paperTables } from '../../../reports/tables/index.ts'
import { captioned } from '../../helpers/captioned.ts'
import { hostileResults } from '../../helpers/hostile.ts'
import { temporaryFolder } from '../../helpers/temporary.ts'

/** Letters of Latin alphabets and signs that plain pdfLaTeX has no glyph of, and a decomposed ö. */
const letters = 'Zażółć gęślą jaźń, Łódź, Ĳ; ș ț Ș Ț; đ Đ ð Ð þ Þ; € § ß; čšž őű ŭ ç; o\u0308 Ω θ ≤ 中 م'

const folder = temporaryFolder()
const results = hostileResults(letters)
for (const [name, text] of latexFiles(results, [captioned(letters)], paperTables(results))) {
  mkdirSync(dirname(join(folder, name)), { recursive: true })
  writeFileSync(join(folder, name), text)
}

/** The preamble that the page about papers gives. */
const preamble = readFileSync('docs/latex.md', 'utf8')
  .split('```latex\n')[1]!
  .split('…')[0]!
  .replace('../results/ring-election', '.')

writeFileSync(
  join(folder, 'letters.tex'),
  `\\documentclass{article}\n${preamble}\\begin{document}\\section{\\adm{title}}\\adm{question}
\\admcaption{messages-against-n}\\par\\input{latex/tables/messages}\\par\\input{latex/tables/verdicts}
\\input{latex/macros}\\adm{title}\\end{document}`,
)

for (const engine of ['pdflatex', 'lualatex', 'xelatex']) {
  const missing = spawnSync(engine, ['--version']).status !== 0
  test(
    `${engine} typesets letters of every Latin alphabet with the documented preamble`,
    {
      skip: missing ? `${engine} is not installed here` : false,
    },
    () => {
      const { status, stdout } = spawnSync(
        engine,
        ['-no-shell-escape', '-interaction=nonstopmode', '-halt-on-error', 'letters'],
        { cwd: folder, encoding: 'utf8', env: { ...process.env, max_print_line: '1000' } },
      )
      assert.equal(status, 0, stdout)
      const log = readFileSync(join(folder, 'letters.log'), 'utf8')
      assert.doesNotMatch(log, /Missing character|unavailable in encoding/)
    },
  )
}
