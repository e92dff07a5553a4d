import { authored, type Mistake, testMistakes, testMistakesInSweeps } from '../helpers/authored.ts'

const mistakes: readonly Mistake[] = [
  [
    'memory that states share',
    authored("p.sendToAll({ type: 'M' })", 's.list.push(from)'),
    /upon receiving ⟨M⟩.*part of several states.*\(mine\.mjs:9\)$/,
  ],
]

testMistakes(mistakes)
testMistakesInSweeps(mistakes)
