import type { OutputOf } from '../../types/common/contract'
import type { hallContract } from '../../types/hall.contract'

type Hall = typeof hallContract
export type MatterRow = OutputOf<Hall, 'matters'>['rows'][number]
export type Matter = OutputOf<Hall, 'matter'>
export type MatterOfStaff = OutputOf<Hall, 'matterOfStaff'>
export type Procedures = OutputOf<Hall, 'procedures'>
export type MediationRow = OutputOf<Hall, 'myMediations'>['rows'][number]
export type Mediation = OutputOf<Hall, 'mediation'>
export type ProblemRow = OutputOf<Hall, 'problems'>['rows'][number]
export type ProblemStory = OutputOf<Hall, 'problem'>
export type OwnProblem = OutputOf<Hall, 'myProblems'>['rows'][number]
