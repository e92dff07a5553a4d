import type { Results } from '../statistics/groups.ts'
import { Keys, word } from './keys.ts'
import { latexNumber, rawNumber } from './numbers.ts'
import { quotables } from './quotable.ts'
import { latexPiece } from './tabular.ts'

/**
 * What reads the numbers back. All is \providecommand, so that a paper can read the files of several sweeps: a key is
 * then about the sweep that was read last, or the one that \admuse names. \adm and \admraw expand, so that they go into
 * headings, captions and calculations. Letters that the fonts of plain pdfLaTeX lack are taken from those that have them,
 * letter by letter, as long as that can be said: in the preamble.
 */
const commands = String.raw`\makeatletter
\ifx\DeclareTextAccentDefault\@notprerr\else
  \DeclareTextAccentDefault{\k}{T1}
  \DeclareTextSymbolDefault{\dj}{T1}\DeclareTextSymbolDefault{\DJ}{T1}
  \DeclareTextSymbolDefault{\dh}{T1}\DeclareTextSymbolDefault{\DH}{T1}
  \DeclareTextSymbolDefault{\th}{T1}\DeclareTextSymbolDefault{\TH}{T1}
\fi
\providecommand\texteuro{EUR}
\providecommand*\adm@experiment{}
\providecommand*\admuse[1]{\def\adm@experiment{#1}}
\providecommand*\adm@put[3]{\expandafter\def\csname adm/\adm@experiment/#1\endcsname{{#2}{#3}}}
\providecommand*\adm@say[2]{\adm@put{#1}{#2}{#2}}
\providecommand*\adm@get[2]{%
  \ifcsname adm/\adm@experiment/#2\endcsname
    \expandafter\expandafter\expandafter#1\csname adm/\adm@experiment/#2\endcsname
  \else
    \adm@unknown{#2}%
  \fi}
\providecommand*\adm@unknown[1]{\PackageError{admissible}{%
  The results of '\adm@experiment' have no '\detokenize{#1}'}{%
  All keys stand in latex/macros.tex of the results, one in a line.}}
\providecommand*\adm[1]{\adm@get\@firstoftwo{#1}}
\providecommand*\admraw[1]{\adm@get\@secondoftwo{#1}}
\providecommand*\admcaption[1]{\adm{caption/#1}}
`

/** How to quote, for those who open the file. */
const guide = (
  name: string,
  form: string,
  example: string,
) => `% Numbers of the experiment ${name}. Written by Admissible: "admissible report" writes the file again.
%
% \\adm{KEY} prints one, rounded as everywhere, with thin spaces; \\admraw{KEY} has twelve digits for calculations.
% For example \\adm{${example}}.
%
% Of sampled runs:  ${form}/n/MEASURE/STATISTIC and ${form}/n/runs, where
%                   MEASURE is messages or time, and STATISTIC mean, sd, min, median, max, ci-low, ci-high (Student's t),
%                   mean-low, mean-high, median-low, median-high (bootstrap) or bound-ratio
% Of worst cases:   the same without delays, then /worst/n/MEASURE/cost, bound, ratio or evidence
% Of growth:        ${form}/growth/MEASURE/verdict, class, support, exponent, exponent-low or exponent-high
% Of two:           OTHER/against/${form}/n/MEASURE/ratio, ratio-low, ratio-high, less, same or more
% Of claims:        ALGORITHM/claim/1/text, verdict, runs, violations, ratio or evidence, in the order of manifest.json
% Of the sweep:     title, question, answer, runs, groups, replicates, seed, version, code, command, claims, claims/held ...
`

/** macros.tex: everything worth quoting, one key in a line. */
export function macros(results: Results): string {
  const keys = new Keys(results)
  const all = quotables(results, keys)
  const { name } = results.manifest.experiment
  const example = all.find(([key]) => key.endsWith('/messages/median'))?.[0] ?? 'runs'
  const lines = all.map(([key, value]) => {
    if (typeof value === 'number') return `\\adm@put{${key}}{${latexNumber(value)}}{${rawNumber(value)}}`
    return say(key, latexPiece(value))
  })
  return `${guide(word(name), keys.form, example)}${beginning(name)}${lines.join('\n')}\n\\makeatother\n`
}

/** The commands, and whose keys follow. */
export const beginning = (name: string): string => `${commands}\\admuse{${word(name)}}\n`

/** A line that defines a key whose value is a text. */
export const say = (key: string, text: string): string => `\\adm@say{${key}}{${text}}`
