import { authored, type Mistake, testMistakes, testMistakesInSweeps } from '../helpers/authored.ts'

const mistakes: readonly Mistake[] = [
  [
    'a processor that is used in another event',
    authored("p.sendToAll({ type: 'M' })", "if (s.got++ === 0) kept.sendToAll({ type: 'M' })"),
    /upon receiving ⟨M⟩.*p is valid only while its handler runs.*\(mine\.mjs:9\)$/,
  ],
]

testMistakes(mistakes)
testMistakesInSweeps(mistakes)
