import { useState } from 'react'
import { canteen } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { type AtWork, atWork } from '../../community/at-work'
import { ChooseOne } from '../../ui/choices'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { CanteenForm } from './canteen-form'

/** 食堂设置: where, which meals, how many portions, until when, who is told when nobody answers. */
function CanteenPage({ centreId }: AtWork) {
  const reading = useRead(canteen.canteenOfStaff, { centreId })
  const [chosen, choose] = useState<string>()
  return (
    <Page title="食堂设置" reading={reading}>
      <Loaded reading={reading} rows={6}>
        {({ rows, people }) => {
          const one =
            chosen === '' ? undefined : (rows.find(({ canteenId }) => canteenId === chosen) ?? rows[0])
          return (
            <>
              {rows.length > 0 && (
                <ChooseOne
                  label="哪个食堂"
                  value={one?.canteenId ?? ''}
                  onChange={choose}
                  choices={[
                    ...rows.map(({ canteenId, name }) => ({ value: canteenId, word: name })),
                    { value: '', word: '再设一个' },
                  ]}
                />
              )}
              <CanteenForm key={one?.canteenId ?? ''} centreId={centreId} canteen={one} people={people} />
            </>
          )
        }}
      </Loaded>
    </Page>
  )
}

export default atWork(CanteenPage)
