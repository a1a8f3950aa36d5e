/** What the lists may refuse, with what people read. */
export const listsRefusals = {
  'LISTS.FULL': '名额和候补都满了,可以看看别的服务',
  'LISTS.CLOSED': '报名已经截止',
  'LISTS.NOT_OPEN': '这项服务现在不能报名',
  'LISTS.NOT_ENROLLED': '您没有报名这项服务',
  'LISTS.TOO_LATE': '已经开始,不能再取消',
  'LISTS.ALREADY_DECIDED': '这条需求已经处理过了',
  'LISTS.PAUSED': '这项资源已暂停,不能再用',
  'LISTS.EMPTY_EDITION': '请至少选一项服务再发布',
  'LISTS.NOT_DRAFT': '选中的服务里有已经发布或取消的,请刷新后再选',
  'LISTS.PAST': '时间已经过去了,请改成以后的时间',
  'LISTS.TOO_MANY': '名额不能少于已经报名的人数',
  'LISTS.NO_FILE': '没有收到文件,请重新选择',
  'LISTS.UNREADABLE_FILE': '文件打不开,请存成 .xlsx、.csv 或 .jsonl 再试',
  'LISTS.TOO_BIG': '文件太大,一次最多 10000 行',
  'LISTS.WRONG_COLUMNS': '认不出表头,请用模板里的列名',
  'LISTS.IMPORT_GONE': '这次导入已经过期,请重新选择文件',
} as const
