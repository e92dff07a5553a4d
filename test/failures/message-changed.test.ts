import { authored, type Mistake, testMistakes, testMistakesInSweeps } from '../helpers/authored.ts'

const mistakes: readonly Mistake[] = [
  [
    'a message that is changed after it was sent',
    authored("const m = { type: 'M', v: 1 }; p.sendToAll(m); m.v = 2", ''),
    /^p_\d+ as it starts at time 0: throws TypeError.*what was sent.*\(mine\.mjs:8\)$/,
  ],
  [
    'a message that its receiver changes',
    authored("p.sendToAll({ type: 'M', v: { w: 1 } })", 'm.v.w = 2'),
    /^p_\d+ upon receiving ⟨M⟩ at time .*throws TypeError.*what was sent.*\(mine\.mjs:9\)$/,
  ],
]

testMistakes(mistakes)
testMistakesInSweeps(mistakes)
