import { majorityNames, type OwnerSubject, ownerSubjectKeys, ownerSubjects } from '../../../types/hall.words'
import { SelectField } from '../../ui/select-field'

const subjects = ownerSubjectKeys.map((value) => ({ value, word: ownerSubjects[value].name }))

interface SubjectFieldProps {
  value: OwnerSubject
  onChange: (subject: OwnerSubject) => void
}

/** What owners decide on; it fixes how many have to agree (Civil Code art. 278). */
export function SubjectField({ value, onChange }: SubjectFieldProps) {
  return (
    <SelectField
      label="业主决定什么"
      hint={`按民法典,人数和面积都要三分之二以上参加,参加的${majorityNames[ownerSubjects[value].majority]}`}
      choices={subjects}
      value={value}
      onChange={onChange}
    />
  )
}
