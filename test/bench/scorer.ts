/** One graded pair: 3 exactly it, 2 a substitute or a part, 1 the topic only. */
export interface Label {
  need: string
  resource: string
  grade: number
}

/** One answer of a matcher; an empty list says that nobody can serve the need. */
export interface Answer {
  need: string
  ranked: readonly string[]
}

/** Figures of one run over one data set; shares are 0..1. */
export interface Figures {
  ndcg5: number
  recall5: number
  mrr: number
  noMatchLeftEmpty: number
  matchableLeftEmpty: number
}

const depth = 5
const gain = (grade: number): number => 2 ** grade - 1
const mean = (values: readonly number[]): number =>
  values.length === 0 ? 0 : values.reduce((sum, value) => sum + value, 0) / values.length

const discounted = (grades: readonly number[]): number =>
  grades.slice(0, depth).reduce((sum, grade, place) => sum + gain(grade) / Math.log2(place + 2), 0)

/**
 * Scores a run. A need without any label is a no-match need; the other figures are means over the matchable ones.
 * nDCG@5 with gain 2^grade − 1; Recall@5 and MRR count grades 2 and 3.
 */
export const scoreRun = (
  needs: readonly { id: string }[],
  labels: readonly Label[],
  answers: readonly Answer[],
): Figures => {
  const ranked = new Map(answers.map((answer) => [answer.need, [...new Set(answer.ranked)]]))
  const graded = new Map<string, Map<string, number>>()
  for (const { need, resource, grade } of labels) {
    graded.set(need, (graded.get(need) ?? new Map<string, number>()).set(resource, grade))
  }
  const noMatch = needs.filter(({ id }) => !graded.has(id)).map(({ id }) => ranked.get(id) ?? [])
  const matchable = needs.flatMap(({ id }) => {
    const grades = graded.get(id)
    if (!grades) return []
    const got = (ranked.get(id) ?? []).map((resource) => grades.get(resource) ?? 0)
    const ideal = [...grades.values()].sort((a, b) => b - a)
    const useful = ideal.filter((grade) => grade >= 2).length
    const first = got.findIndex((grade) => grade >= 2)
    return [
      {
        ndcg: discounted(got) / discounted(ideal),
        recall: useful === 0 ? 0 : got.slice(0, depth).filter((grade) => grade >= 2).length / useful,
        reciprocal: first === -1 ? 0 : 1 / (first + 1),
        empty: got.length === 0,
      },
    ]
  })
  return {
    ndcg5: mean(matchable.map(({ ndcg }) => ndcg)),
    recall5: mean(matchable.map(({ recall }) => recall)),
    mrr: mean(matchable.map(({ reciprocal }) => reciprocal)),
    noMatchLeftEmpty: mean(noMatch.map((list) => (list.length === 0 ? 1 : 0))),
    matchableLeftEmpty: mean(matchable.map(({ empty }) => (empty ? 1 : 0))),
  }
}
