import { authored, testMistakes } from '../helpers/authored.ts'

testMistakes([
  [
    'knowledge that there is not',
    authored('', '').replace('({ isRoot })', '({ isRoot, foo })'),
    /^p_0 in its initial state.*mine reads foo of its input; there are value, isRoot, id \(requires: \{ identifiers: true \}\)/,
  ],
])
