import { useState } from 'react'
import { type AtWork, atWork } from '../../community/at-work'
import { Page } from '../../ui/page'
import { type Chosen, ImportChoice } from './import-choice'
import { ImportPreview } from './import-preview'

/** 导入: choose a sheet, look at what was understood, then write it. */
function ImportPage({ centreId }: AtWork) {
  const [chosen, setChosen] = useState<Chosen>()
  return (
    <Page title="导入表格" sentence={chosen ? chosen.fileName : '先选表格,看过再导入,不会直接写进清单'}>
      {chosen ? (
        <ImportPreview centreId={centreId} chosen={chosen} onAgain={() => setChosen(undefined)} />
      ) : (
        <ImportChoice centreId={centreId} onChosen={setChosen} />
      )}
    </Page>
  )
}

export default atWork(ImportPage)
