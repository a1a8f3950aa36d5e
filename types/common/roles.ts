/** What somebody may do on a centre and everything under it. Contracts name these, never roles. */
export type Permission =
  | 'centre.manage'
  | 'role.appoint'
  | 'resident.approve'
  | 'household.read'
  | 'personal.read'
  | 'audit.read'
  | 'need.manage'
  | 'resource.manage'
  | 'match.decide'
  | 'project.manage'
  | 'edition.publish'
  | 'enrolment.read'
  | 'passbook.read'
  | 'passbook.manage'
  | 'points.log'
  | 'points.approve'
  | 'points.correct'
  | 'points.rule'
  | 'points.audit'
  | 'activity.manage'
  | 'shelf.manage'
  | 'counter.serve'
  | 'canteen.manage'
  | 'diner.manage'
  | 'meal.order'
  | 'meal.serve'
  | 'meal.deliver'
  | 'meal.account'
  | 'meal.audit'
  | 'subsidy.rule'
  | 'welfare.answer'
  | 'matter.manage'
  | 'session.manage'
  | 'reception.host'
  | 'problem.manage'
  | 'problem.oversee'
  | 'mediation.mediate'
  | 'ballot.manage'
  | 'ballot.audit'
  | 'hall.figures'
  | 'hall.rule'
  | 'calendar.edit'

/** 角色: what a person is at a centre. Residents without a role are simply residents. */
export type Role = 'volunteer' | 'staff' | 'secretary' | 'officer'

/** Chinese names of the roles, for pages and documents. */
export const roleNames: Readonly<Record<Role, string>> = {
  volunteer: '志愿者',
  staff: '社区工作者',
  secretary: '书记',
  officer: '街道、区工作人员',
}

const staffPermissions: readonly Permission[] = [
  'resident.approve',
  'household.read',
  'personal.read',
  'need.manage',
  'resource.manage',
  'match.decide',
  'project.manage',
  'edition.publish',
  'enrolment.read',
  'passbook.read',
  'passbook.manage',
  'points.log',
  'points.approve',
  'activity.manage',
  'shelf.manage',
  'counter.serve',
  'canteen.manage',
  'diner.manage',
  'meal.order',
  'meal.serve',
  'meal.deliver',
  'meal.account',
  'meal.audit',
  'welfare.answer',
  'matter.manage',
  'session.manage',
  'reception.host',
  'problem.manage',
  'mediation.mediate',
  'ballot.manage',
  'hall.figures',
]

/**
 * Least privilege: volunteers see the enrolment list they serve by; staff run the centre's work; the secretary also
 * appoints and audits; officers manage the tree and see who did what, but no resident's personal data.
 */
export const rolePermissions: Readonly<Record<Role, readonly Permission[]>> = {
  volunteer: ['enrolment.read', 'points.log', 'counter.serve', 'meal.serve', 'meal.deliver'],
  staff: staffPermissions,
  secretary: [
    ...staffPermissions,
    'role.appoint',
    'audit.read',
    'points.correct',
    'points.rule',
    'points.audit',
    'subsidy.rule',
    'problem.oversee',
    'ballot.audit',
    'hall.rule',
  ],
  officer: [
    'centre.manage',
    'role.appoint',
    'audit.read',
    'points.rule',
    'points.audit',
    'subsidy.rule',
    'problem.oversee',
    'ballot.audit',
    'hall.figures',
    'hall.rule',
    'calendar.edit',
  ],
}

/** Whether a role granted on `granted` reaches `centreId`: the centre itself or anything under it. */
export const reaches = (granted: string, centreId: string): boolean =>
  centreId === granted || centreId.startsWith(`${granted}.`)

/** Whether somebody with `roles` holds `permission` on a centre. */
export const allows = (
  roles: readonly { readonly centreId: string; readonly role: Role }[],
  permission: Permission,
  centreId: string,
): boolean =>
  roles.some((held) => reaches(held.centreId, centreId) && rolePermissions[held.role].includes(permission))
