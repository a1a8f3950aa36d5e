/** An invented resident: key of the openid `demo-resident-<key>`, name, building, room. */
export type DemoResident = readonly [key: string, name: string, building: string, room: string]

/** 金桂社区: 27 people behind 20 doors; those from `waiting` on are left for the visitor to let in. */
export const jinguiResidents: readonly DemoResident[] = [
  ['chen', '陈桂英', '1', '101'],
  ['chen-son', '陈晓东', '1', '101'],
  ['wang', '王福生', '1', '202'],
  ['wang-wife', '许兰芳', '1', '202'],
  ['liu', '刘玉珍', '1', '403'],
  ['zhao', '赵德明', '2', '102'],
  ['zhao-wife', '孙秀兰', '2', '102'],
  ['sun', '孙长海', '2', '301'],
  ['zhou', '周丽华', '2', '502'],
  ['wu', '吴小军', '3', '203'],
  ['wu-wife', '郑敏', '3', '203'],
  ['feng', '冯雅琴', '3', '601'],
  ['qian', '钱大勇', '4', '101'],
  ['jiang', '蒋文静', '4', '302'],
  ['shen', '沈国强', '4', '402'],
  ['han', '韩梅', '5', '201'],
  ['yang', '杨志刚', '5', '303'],
  ['yang-mother', '何淑贤', '5', '303'],
  ['zhu', '朱建平', '5', '602'],
  ['qin', '秦岚', '6', '102'],
  ['xu', '许家宝', '6', '401'],
  ['he', '何雨桐', '6', '501'],
]

/** They asked to join 金桂社区 and nobody has answered yet. */
export const jinguiApplicants: readonly DemoResident[] = [
  ['lv', '吕新民', '6', '502'],
  ['shi', '施巧云', '3号楼', '602室'],
  ['kong', '孔令辉', '1', '403'],
  ['cao', '曹家骏', '2', '601'],
  ['yan', '严冬梅', '4', '402'],
]

/** 银杏社区: enough for a seat list with somebody waiting. */
export const yinxingResidents: readonly DemoResident[] = [
  ['jin', '金凤仙', '1', '101'],
  ['wei', '魏来福', '1', '201'],
  ['tao', '陶春燕', '2', '102'],
  ['jiang2', '姜永年', '2', '302'],
  ['qi', '戚小薇', '3', '101'],
  ['xie', '谢广德', '3', '402'],
]

/** What residents of 金桂社区 said themselves. */
export const jinguiNeeds: readonly {
  readonly by: string
  readonly text: string
  readonly beneficiary: readonly string[]
  readonly mobilityImpaired?: boolean
  readonly weekdays?: readonly number[]
  readonly hours?: string
}[] = [
  { by: 'chen', text: '眼睛不好，想有人教我用手机挂号、缴费', beneficiary: ['老人'] },
  {
    by: 'wang-wife',
    text: '老伴腿脚不便，希望有人上门量血压、看看药吃得对不对',
    beneficiary: ['老人'],
    mobilityImpaired: true,
  },
  {
    by: 'wu',
    text: '两口子下班晚，孩子放学后到七点没人管',
    beneficiary: ['儿童'],
    weekdays: [1, 2, 3, 4, 5],
    hours: '16:30-19:00',
  },
  { by: 'yang', text: '家里的下水道老是堵，想找个靠谱的师傅', beneficiary: ['全体居民'] },
]
