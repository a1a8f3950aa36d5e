import { root } from '../../config/run'
import { type Figure, rounded } from './figures'
import type { LearningFigures } from './learning-figures'
import { benchMatching } from './matching-figures'

/** What staff decisions change, beside the same without them. */
const learningLines = (name: string, figures: LearningFigures): Figure[] => {
  const { unlearned, goodOffers } = figures
  const ndcg = (what: string, { ndcg5 }: { ndcg5: number }): Figure => ({
    bench: 'matching',
    what: `${name}: nDCG@5 ${what}`,
    figure: rounded(ndcg5, 3),
    beside: `${rounded(unlearned.ndcg5, 3)} undecided`,
  })
  const empty = ({ noMatchLeftEmpty }: { noMatchLeftEmpty: number }) => rounded(noMatchLeftEmpty, 3)
  return [
    ndcg('with decisions, five-fold', figures.learned),
    ndcg('with decisions, every tenth wrong', figures.mistaken),
    ndcg('with the district’s only', figures.districtOnly),
    ndcg('same needs decided once', figures.again),
    ndcg('same needs decided 3 times', figures.oftenAgain),
    {
      bench: 'matching',
      what: `${name}: no-match left empty, decided 3 times`,
      figure: empty(figures.oftenAgain),
      beside: `${empty(unlearned)} undecided`,
    },
    {
      bench: 'matching',
      what: `${name}: good first offers a wrong decision pushes out`,
      figure: figures.pushedOut,
      beside: `of ${goodOffers}`,
    },
    {
      bench: 'matching',
      what: `${name}: good first offers a wrong decision overtakes`,
      figure: figures.overtaken,
      beside: `of ${goodOffers}`,
    },
  ]
}

/** Share of right answers (0…1) beside the better of the two text baselines in the same run. */
export const matching = async (): Promise<Figure[]> => {
  const { rows, learning, speed } = await benchMatching(root)
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
    ...learning.flatMap(({ name, figures }) => learningLines(name, figures)),
    {
      bench: 'matching',
      what: `${speed.needs} needs × ${speed.resources} resources, s`,
      figure: rounded(speed.seconds, 1),
      beside: '≤ 20',
    },
    { bench: 'matching', what: 'heap at most, MB', figure: rounded(speed.peakHeapMb, 0), beside: '≤ 256' },
  ]
}
