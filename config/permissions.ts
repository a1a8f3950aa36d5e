import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { canteenContract } from '../types/canteen.contract'
import type { May, RoomContract } from '../types/common/contract'
import { type Role, roleNames, rolePermissions } from '../types/common/roles'
import { communityContract } from '../types/community.contract'
import { hallContract } from '../types/hall.contract'
import { listsContract } from '../types/lists.contract'
import { pointsContract } from '../types/points.contract'

/** Every contract of the house. */
export const contracts: readonly RoomContract[] = [
  communityContract,
  listsContract,
  pointsContract,
  canteenContract,
  hallContract,
]

/** Where the table of permissions is kept. */
export const permissionsFile = join(__dirname, '..', 'docs', 'permissions.md')

const preamble = `# 谁可以办什么

由 \`types/*.contract.ts\` 和 \`types/common/roles.ts\` 生成(\`npx tsx config/permissions.ts\`),不要手改。

- **任何人**:从微信进来就可以,不用登记。
- **本社区居民**:已申请加入这个社区的人,审核前也算;退回的不算。
- **本社区住户**:住户登记已经通过的人。
- 职务在哪个中心任命,就在哪个中心和它的下级有效;上级的职务不等于居民身份。
- 「写」每次都留记录(审计日志);「读」不留。
`

const roles = Object.keys(rolePermissions) as Role[]

const whoMay = (may: May): string => {
  if (may === 'anyone') return '任何人'
  if (may === 'resident') return '本社区居民'
  if (may === 'member') return '本社区住户'
  return roles
    .filter((role) => rolePermissions[role].includes(may))
    .map((role) => roleNames[role])
    .join('、')
}

const roomTable = ({ room, actions }: RoomContract): string => {
  const rows = Object.entries(actions).map(([name, { kind, may, about }]) => {
    const permission = may.includes('.') ? `\`${may}\`` : ''
    return `| \`${room}.${name}\` | ${kind === 'write' ? '写' : '读'} | ${about} | ${whoMay(may)} | ${permission} |`
  })
  return [
    `## ${room}`,
    '',
    '| 操作 | 读写 | 说明 | 谁可以 | 权限 |',
    '| --- | --- | --- | --- | --- |',
    ...rows,
  ].join('\n')
}

/** The whole of `docs/permissions.md`. */
export const permissionsText = (): string =>
  `${[preamble.trimEnd(), ...contracts.map(roomTable)].join('\n\n')}\n`

if (require.main === module) writeFileSync(permissionsFile, permissionsText())
