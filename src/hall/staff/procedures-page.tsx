import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { ProceduresForm } from './procedures-form'

/** 议事步骤: which steps each way of deliberating takes, and how long. */
function ProceduresPage({ centreId }: AtWork) {
  const reading = useRead(hall.procedures, { centreId })
  const sentence = reading.data?.own ? '本社区定的' : '还没改过,按通用的办'
  return (
    <Page title="议事步骤" sentence={reading.data && sentence} reading={reading}>
      <Loaded reading={reading} rows={6}>
        {(shown) => <ProceduresForm centreId={centreId} start={shown} />}
      </Loaded>
    </Page>
  )
}

export default atWork(ProceduresPage)
