import Taro from '@tarojs/taro'
import { useState } from 'react'
import { community } from '../../cloud/rooms'
import { useWrite } from '../../cloud/use-write'
import { Card } from '../../ui/card'
import { MainButton } from '../../ui/main-button'
import { Page } from '../../ui/page'
import { RefusalNotice } from '../../ui/refusal-notice'
import { say } from '../../ui/say'
import { TextField } from '../../ui/text-field'
import { CentreFields } from './centre-fields'
import { emptyCentre } from './centre-form'

/** 启用: the first member of staff of a new deployment sets up the root of the tree, once. */
export default function StartPage() {
  const [code, setCode] = useState('')
  const [personName, setPersonName] = useState('')
  const [segment, setSegment] = useState('')
  const [facts, setFacts] = useState(emptyCentre)
  const start = useWrite(community.startDeployment)
  const errors = start.refusal?.fields ?? {}
  const ready = [code, personName, segment, facts.name].every((text) => text.trim() !== '')
  const send = async () => {
    if (!(await start.send({ code, personName, segment, ...facts }))) return
    say('启用好了,接着在「中心和站点」里设街道和社区')
    void Taro.redirectTo({ url: '/lists/staff/desk-page' })
  }
  return (
    <Page title="启用" sentence="只有一次:填部署时设的启用码,建立全区的根,您成为第一位工作人员">
      <Card>
        <TextField
          label="启用码"
          hint="部署云环境的人设的,向他要"
          max={100}
          value={code}
          onChange={setCode}
          error={errors.code}
        />
        <TextField
          label="您的姓名"
          max={20}
          value={personName}
          onChange={setPersonName}
          error={errors.personName}
        />
      </Card>
      <Card title="全区">
        <TextField
          label="编号"
          hint="小写字母和数字,例如 hudong,定了不能改"
          max={20}
          value={segment}
          onChange={setSegment}
          error={errors.segment}
        />
        <CentreFields facts={facts} onChange={setFacts} errors={errors} />
      </Card>
      <RefusalNotice refusal={start.refusal} />
      <MainButton text={`启用${facts.name}`} busy={start.busy} disabled={!ready} onTap={() => void send()} />
    </Page>
  )
}
