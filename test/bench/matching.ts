import { root } from '../../config/run'
import { type Figure, rounded } from './figures'
import { benchMatching } from './matching-figures'

/** Share of right answers (0…1) beside the better of the two text baselines in the same run. */
export const matching = async (): Promise<Figure[]> => {
  const { rows, speed } = await benchMatching(root)
  const baselines = rows.filter(({ matcher }) => matcher.startsWith('BM25'))
  const best = (of: (row: (typeof rows)[number]) => number) => rounded(Math.max(...baselines.map(of)), 3)
  const ours = rows.filter(({ matcher }) => !matcher.startsWith('BM25'))
  return [
    ...ours.flatMap((row) => [
      {
        bench: 'matching',
        what: `${row.matcher}: nDCG@5`,
        figure: rounded(row.ndcg5, 3),
        beside: best((b) => b.ndcg5),
      },
      {
        bench: 'matching',
        what: `${row.matcher}: Recall@5`,
        figure: rounded(row.recall5, 3),
        beside: best((b) => b.recall5),
      },
      {
        bench: 'matching',
        what: `${row.matcher}: MRR`,
        figure: rounded(row.mrr, 3),
        beside: best((b) => b.mrr),
      },
      {
        bench: 'matching',
        what: `${row.matcher}: no-match left empty`,
        figure: rounded(row.noMatchLeftEmpty, 3),
        beside: '≥ 0.7',
      },
      {
        bench: 'matching',
        what: `${row.matcher}: matchable left empty`,
        figure: rounded(row.matchableLeftEmpty, 3),
        beside: '≤ 0.05',
      },
    ]),
    {
      bench: 'matching',
      what: `${speed.needs} needs × ${speed.resources} resources, s`,
      figure: rounded(speed.seconds, 1),
      beside: '≤ 20',
    },
    { bench: 'matching', what: 'heap at most, MB', figure: rounded(speed.peakHeapMb, 0), beside: '≤ 256' },
  ]
}
