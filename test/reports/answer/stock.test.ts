import assert from 'node:assert/strict'
import { test } from 'node:test'
import { type ExperimentDefinition, stockExperiments } from '../../../experiments/index.ts'
import { answer } from '../../../reports/answer/answer.ts'
import { stockResults } from '../../helpers/stock-results.ts'

/** A part of each stock experiment that runs in a second, the answer that is right, and why. */
const answers: Readonly<Record<string, readonly [Partial<ExperimentDefinition>, RegExp]>> = {
  // On connected networks 2m − (n − 1) < 2m, and 2m − n + 1 < 4m − 2n + 2. The tree by flooding waits for all replies.
  quickstart: [
    { sizes: [16, 64], replicates: 5 },
    /^Of 3 algorithms at the largest sizes, Flooding takes the fewest messages and the least time on all 4 networks\. All 120 runs kept their claims\.$/,
  ],
  flooding: [
    { sizes: [16, 64], replicates: 2 },
    /^Flooding sent exactly 2m − \(n − 1\) messages in all 96 runs, on 8 networks\. All 96 runs kept their claims\.$/,
  ],
  // 2m, against 4m − 2n + 2: on a ring of 64, 128 and 130, which is 1.6% more; at n = 512 it would be a tie.
  'spanning-trees': [
    { sizes: [16, 64], replicates: 5 },
    /^Of 3 algorithms at the largest sizes, Depth-first tree from a root takes the fewest messages on all 4 networks, 1\.54% to .* fewer than the next; Spanning tree by flooding takes the least time on all 4 networks, .* times less than the next\. /,
  ],
  // By the worst identifiers LCR sends n(n + 3)/2 messages: 560 at n = 32, where Hirschberg–Sinclair sends about 4 n log₂ n
  // = 640; and 2,144 at n = 64, against about 1,540.
  'ring-election': [
    { sizes: [8, 16, 32, 64, 128], replicates: 5 },
    /^Hirschberg–Sinclair takes fewer messages than Le Lann–Chang–Roberts from n = 64 on \(worst identifiers; more up to n = 32\): .* it takes more at every size \(best identifiers and random identifiers\): .* All 150 runs kept their claims\.$/,
  ],
  'ring-lower-bound': [
    {
      sizes: [4, 8, 16],
      replicates: 5,
      worstCases: { forced: { sizes: [4, 8, 16] }, replicates: 1 },
    },
    /^The adversary of the lower bound forced at least n log₂ n\/4 \+ 1\/2 messages in all 9 executions that it built, .* All 45 sampled runs and 9 forced worst cases kept their claims\.$/,
  ],
  // In rounds it is the time that is counted. In ascending order the greedy ones go round the ring.
  'symmetry-breaking': [
    { sizes: [16, 64, 256], replicates: 5 },
    /^Of 6 algorithms at the largest sizes, .* the least time .* the fewest messages .* All 180 runs kept their claims\.$/,
  ],
  gossip: [
    { sizes: [16, 64], replicates: 10 },
    /^Of 3 algorithms at the largest sizes, .* the least time .* the fewest messages .* All 240 runs kept their claims\.$/,
  ],
  // 2m − (n − 1) and 4m − 2n + 2 are the same whatever the delays.
  delays: [
    { sizes: [64, 256], replicates: 2 },
    /^The messages of Flooding and Spanning tree by flooding are the same in every run under all 10 kinds of delays; the times of Flooding and Spanning tree by flooding depend on the delays: .* All 160 runs kept their claims\.$/,
  ],
  // Each network has one size.
  'real-networks': [
    { replicates: 5 },
    /^Of 4 algorithms, Flooding takes the fewest messages in all 15 settings, .*% fewer than the next; .* All 300 runs kept their claims\.$/,
  ],
  // Eight algorithms with a bound on messages and one on time; of an exact cost it is known whether it attains its bound.
  'worst-cases': [
    {
      sizes: [3, 4],
      worstCases: { exact: { sizes: [3, 4] } },
      replicates: 5,
    },
    /^At the largest sizes, the worst executions that are known attain \d+ of 16 bounds; .* All 80 sampled runs and 16 exact worst cases kept their claims\.$/,
  ],
  'worst-cases-complete': [
    {
      sizes: [3, 4],
      worstCases: { exact: { sizes: [3] }, searched: { sizes: [4], runs: 100 } },
      replicates: 5,
    },
    /^At the largest sizes, the worst executions that are known attain \d+ of 14 bounds; .* All 70 sampled runs, 7 searched and 7 exact worst cases kept their claims\.$/,
  ],
  // One flood after another: 6 bits of an identifier, 7 of a distance and 1 of the pebble. All at once: many of them in a round.
  congest: [
    { sizes: [16, 36, 64], replicates: 5 },
    /^At n = 64, bits per channel and round \(medians on both networks\): .*; 14 of All distances, one flood after another; .*; \d+ to \d+ of All distances by flooding\. All 150 runs kept their claims\.$/,
  ],
  // Borůvka's fragments go in step, each phase as long as the longest may take.
  'spanning-trees-by-weight': [
    { sizes: [16, 36], replicates: 5 },
    /^Borůvka by flooding takes more time than Gallager–Humblet–Spira on all 3 networks, at every size: .* times as much at n = 36\. All 60 runs kept their claims\.$/,
  ],
  // Time slices send n messages, the least that there can be.
  'elections-on-rings': [
    { sizes: [8, 16, 32], replicates: 5 },
    /^Of 8 algorithms at the largest sizes, .*; Time slices takes the fewest messages for all 3 choices of inputs, .* times fewer than the next\. All 360 runs kept their claims\.$/,
  ],
  // Six algorithms with a bound on messages and one on time.
  'worst-cases-elections': [
    {
      sizes: [3, 4, 8],
      worstCases: { exact: { sizes: [3] }, searched: { sizes: [8], runs: 100 } },
      replicates: 5,
    },
    /^At the largest sizes, the worst executions that are known attain \d+ of 12 bounds; .* All 90 sampled runs, 6 searched and 6 exact worst cases kept their claims\.$/,
  ],
  // There is no hypercube of 36 processors: five algorithms fail on it in five replicates.
  'elections-anywhere': [
    { sizes: [16, 36], replicates: 5 },
    /^Of 5 algorithms at the largest sizes, .*; at larger sizes not all came to their end\. 175 of 200 runs kept their claims, and the others could not be held to any; 25 runs failed\.$/,
  ],
  // Saturated, the token of a ring takes little more than a message an entry, and the coordinator 3(n − 1)/n.
  'mutual-exclusion': [
    { sizes: [4, 16], replicates: 5, workloads: ['closed:mean=0.5'] },
    /^Of 8 algorithms at the largest sizes, Token ring takes the fewest messages.* All 80 runs kept their claims\.$/,
  ],
  // Seven with a bound on messages.
  'worst-cases-mutual-exclusion': [
    { sizes: [4], worstCases: { searched: { sizes: [4], runs: 50 } }, replicates: 5 },
    /^At the largest sizes, the worst executions that are known attain \d+ of 7 bounds; .* All 35 sampled runs and 7 searched worst cases kept their claims\.$/,
  ],
  // A batch takes the place of several messages.
  'broadcast-challenge': [
    {
      algorithms: ['flooding-broadcast', 'batching-broadcast'],
      topologies: ['star', 'path', 'complete'],
      workloads: ['open:rate=0.2,operations=5'],
      replicates: 5,
    },
    /^Broadcast in batches takes fewer messages than Broadcast by flooding on all 3 networks, at n = 25: .* All 30 runs kept their claims\.$/,
  ],
  // These two orders take no messages beside the n − 1 of each broadcast.
  'broadcast-orders': [
    { sizes: [4, 8], replicates: 5, workloads: ['open:rate=0.02'] },
    /^Of 7 algorithms at the largest sizes, FIFO broadcast and Causal broadcast tie for the fewest messages; .* All 70 runs kept their claims\.$/,
  ],
  // What is local takes no messages, and a majority is asked by more than a broadcast takes.
  'registers-over-messages': [
    { sizes: [4, 8], replicates: 5, workloads: ['closed:mix=read:9+write:1'] },
    /^Of 5 algorithms at the largest sizes, Shared memory with local reads .* for the fewest messages; .* All 50 runs kept their claims\.$/,
  ],
  // With the worst delays u(1 − 1/n) = 0.5 · 3/4, and by chance less.
  'clock-synchronisation': [
    { sizes: [2, 4], replicates: 5, delays: ['uniform:min=0.5', 'worst:min=0.5'] },
    /^At n = 4, Averaging of clocks took skew 0\.\d+ to 0\.375 .*\. All 20 runs kept their claims\.$/,
  ],
  // A read is 2n − 3 steps, n and 1.
  registers: [
    { sizes: [4, 8], replicates: 5 },
    /^At n = 8, read steps \(median of 5 runs\): 1 of Regular register of several readers; 8 of Register of several writers; 13 of Register of several readers\. All 30 runs kept their claims\.$/,
  ],
  snapshots: [
    { sizes: [4, 8], replicates: 5 },
    /^Double collect takes more scan reads than Atomic snapshot .* All 40 runs kept their claims\.$/,
  ],
  // Where messages are few and rounds are cheap to fill, one message for each channel is least.
  'price-of-synchrony': [
    { sizes: [16], topologies: ['ring', 'complete'], algorithms: ['floodmax', 'luby-mis'], replicates: 3 },
    /^Of 12 algorithms, Luby’s independent set over the simple synchronizer takes the fewest messages .* on Ring, and FloodMax .* on Complete; .* All 72 runs kept their claims\.$/,
  ],
  // A round takes at most 1, against 3 of α.
  'price-of-synchrony-by-density': [
    {
      sizes: [16, 32],
      topologies: ['gnp:degree=3', 'gnp:degree=8'],
      over: ['simple', 'alpha'],
      replicates: 3,
    },
    /^Of 4 algorithms at the largest sizes, .* over the simple synchronizer .*the least time.* All 48 runs kept their claims\.$/,
  ],
  // Alone among four: 5 accesses at 12 and 2 at 6 make 72; the tournament has 8 at 12, the bakery 10 at 12 and 4 at 6.
  'price-of-atomicity': [
    { sizes: [4], workloads: ['once:k=1'], replicates: 2 },
    /^Of 4 algorithms, Lamport’s fast lock over ABD takes the fewest messages and the least time; .* All 8 runs kept their claims\.$/,
  ],
  // Flooding sends 2m − (n − 1) = 9 messages on a ring of eight, at no more than 2 · 9 + 2m = 34 remote references.
  'price-of-polling': [
    { sizes: [4, 8], replicates: 5 },
    /^At n = 8, remote references in CC \(medians under all 3 schedulers\): (\d+ to |)(2\d|3[0-4])(\.5|) of Flooding over registers; .* All 90 runs kept their claims\.$/,
  ],
  // Nothing is added to a broadcast for these two orders, and at least one broadcast more for a total order.
  'price-of-order': [
    { sizes: [4, 8], topologies: ['complete'], workloads: ['open:rate=1'], replicates: 3 },
    /^Of 5 algorithms at the largest sizes, Broadcast by flooding, .* FIFO order and .* FIFO order \+ causal order tie for the fewest messages.* All 30 runs kept their claims\.$/,
  ],
  // Who observes sends more than who does not.
  'termination-detection': [
    { sizes: [16], algorithms: ['diffusing:F=100'], topologies: ['gnp:degree=8'], replicates: 5 },
    /^.*Diffusing computation, F = 100 takes .* All 20 runs kept their claims\.$/,
  ],
  // f + 1 = 4 rounds against 3(f + 1) = 12; nobody hears the last king if it crashes, and there is a round less.
  consensus: [
    {
      algorithms: ['floodset', 'phase-king-optimal'],
      faults: ['crash:f=3,pattern=chain'],
      replicates: 10,
    },
    /^Phase king, n > 3f takes more time than FloodSet at n = 13: .* times as much .* All 20 runs kept their claims\.$/,
  ],
  // FloodSet takes f + 1 = 7 rounds, whoever crashes; who stops early fa + 1.
  'early-deciding': [
    { faults: ['crash:f=0..2+2,pattern=chain'], replicates: 5 },
    /^FloodSet takes more time of the last mark decided than Early-stopping consensus .* All 20 runs kept their claims\.$/,
  ],
  // At n = 7: 7 · 6 = 42 messages of HotStuff, 36 of Dolev–Strong, which takes f + 1 = 3 rounds as others do.
  'byzantine-messages': [
    { sizes: [4, 7], replicates: 2 },
    /^Of 7 algorithms at the largest sizes, Dolev–Strong broadcast takes the least time and the fewest messages; .* All 28 runs kept their claims\.$/,
  ],
  'randomised-consensus': [
    { sizes: [4], replicates: 10 },
    /^At n = 4, Ben-Or took phases .* All 40 runs kept their claims\.$/,
  ],
  // Of the three-state ring no number is claimed. Of the other: 3 sizes, 3 daemons, 5 replicates; and exact for 3 to 6.
  'self-stabilising-rings': [
    { sizes: [3, 4, 5], replicates: 5 },
    /^Among random runs, .* 45 sampled runs and 4 exact worst cases of 90 sampled runs and 8 exact worst cases kept their claims, and the others could not be held to any\.$/,
  ],
  // Where delays are bounded from the beginning, Raft waits for 10 to 20 units of time before anybody stands, and decides 4
  // later; the others begin at once.
  'partial-synchrony': [
    { delays: ['gst:at=0'], replicates: 10 },
    /^At n = 7, time from GST to the last mark decided .* 1\d\.\d+ of Raft, entries 1\. All 40 runs kept their claims\.$/,
  ],
  // CLH: a swap, a read that misses, one more after the flag has changed, and two writes: 5. Dijkstra’s lock has no bound.
  locks: [
    {
      sizes: [4, 16],
      replicates: 2,
      delays: ['random', 'sticky'],
      worstCases: { searched: { sizes: [4], runs: 20 } },
    },
    /^At n = 16, remote references per passage in CC \(.*\): least 5 of CLH lock, most .* of Dijkstra’s lock, among 12 algorithms\. (?!.*failed).* kept their claims.*$/,
  ],
  // In a queue everyone else enters once, n − 1 = 7, and the bakery is one. By test&set they make all their 7 · 10 passages
  // but the one that begins before the victim.
  'lock-fairness': [
    { sizes: [4, 8], replicates: 2, delays: ['overtake'] },
    /^At n = 8, bypass \(.*\): least 7 of .*, most 69 of Test&set lock, among 8 algorithms\. All 32 runs kept their claims\.$/,
  ],
  // 4 of the queue, and (n − 1)² + 2n − 1 = n² = 64 of the filter.
  'locks-solo': [
    { sizes: [2, 4, 8] },
    /^At n = 8, accesses without contention \(one run\): least 4 of MCS lock, most 64 of Filter lock, among 8 algorithms\. All 24 runs kept their claims\.$/,
  ],
  // Several traversals send 2m messages: ties are told as ties.
  traversals: [
    { sizes: [16, 36], replicates: 5 },
    /^Of 6 algorithms at the largest sizes, Depth-first tree from a root, .* tie for the fewest messages on .* All 180 runs kept their claims\.$/,
  ],
}

test('every stock experiment has an answer here', () => {
  assert.deepEqual(Object.keys(answers).sort(), stockExperiments.map(({ name }) => name).sort())
})

for (const [name, [part, right]] of Object.entries(answers))
  test(`the answer of ${name}`, () => {
    const { text } = answer(stockResults(name, part))
    assert.match(text, right)
    // One or two sentences; a formula or a number may have a full stop.
    assert.ok(text.split(/\. (?=[A-Z])/).length <= 2, text)
  })

test('no sentence is said twice', () => {
  for (const [name, [part]] of Object.entries(answers).slice(0, 4)) {
    const { text, details } = answer(stockResults(name, part))
    assert.equal(new Set(details).size, details.length)
    for (const detail of details) assert.ok(!text.includes(detail), detail)
  }
})
