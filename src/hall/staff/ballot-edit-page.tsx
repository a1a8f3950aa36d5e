import { useRouter } from '@tarojs/taro'
import { hall } from '../../cloud/rooms'
import { useRead } from '../../cloud/use-read'
import { useReadPages } from '../../cloud/use-read-pages'
import { type AtWork, atWork } from '../../community/at-work'
import { Loaded } from '../../ui/loaded'
import { Page } from '../../ui/page'
import { BallotForm } from './ballot-form'

/** Writes the rules of a ballot: a new one, or one nobody has voted in. */
function BallotEditPage({ centreId }: AtWork) {
  const { ballotId = '' } = useRouter().params
  const matters = useReadPages(hall.mattersOfStaff, { centreId, state: 'underWay' })
  const ballot = useRead(hall.ballotOfStaff, ballotId === '' ? undefined : { centreId, ballotId })
  return (
    <Page title={ballotId === '' ? '写一次表决' : '改规则'} reading={matters}>
      <Loaded reading={matters}>
        {(rows) => {
          if (ballotId !== '' && !ballot.data) return <Loaded reading={ballot}>{() => null}</Loaded>
          const about = ballot.data?.matterId ?? ''
          const isListed = about === '' || rows.some(({ matterId }) => matterId === about)
          const known = isListed ? [] : [{ matterId: about, text: '原来的那件议题' }]
          return <BallotForm centreId={centreId} ballot={ballot.data} matters={[...known, ...rows]} />
        }}
      </Loaded>
    </Page>
  )
}

export default atWork(BallotEditPage)
