import type { ClaimVerdict } from '../claims/claim-verdicts.ts'
import { html, type Markup } from '../markup.ts'
import type { PageTable } from '../tables/table.ts'
import { verdictPageTable } from '../tables/verdict-table.ts'
import { counted } from '../wording/numbers.ts'

/** Of more claims than this, those are folded of which all is well. */
const openMax = 24

/** Every claim with its verdict; where there are many, first those of which something is to be said. */
export function claims(
  verdicts: readonly ClaimVerdict[],
  table: (of: PageTable | null) => Markup | null,
): Markup {
  if (verdicts.length === 0) return html`<p>The algorithms state no claims.</p>`
  const isWell = ({ verdict }: ClaimVerdict) => verdict === 'held' || verdict === 'consistent'
  const well = verdicts.filter(isWell)
  if (verdicts.length <= openMax || well.length === 0) return table(verdictPageTable(verdicts))!
  return html`${table(verdictPageTable(verdicts.filter((one) => !isWell(one))))}
<details class="more"><summary>${counted(well.length, 'claim')} held, or the runs are consistent with them</summary>
${table({ ...verdictPageTable(well)!, caption: 'The columns are those of the table above.' })}</details>`
}
