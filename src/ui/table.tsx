import { Text, View } from '@tarojs/components'
import type { ReactNode } from 'react'
import './table.scss'

interface Column<Row> {
  readonly title: string
  readonly cell: (row: Row) => ReactNode
  /** Right-aligned with digits of one width, for numbers that are compared. */
  readonly digits?: boolean
  /** For people's words and for buttons: three times the room of the others on a wide screen, a row of its own on a phone. */
  readonly wide?: boolean
}

interface TableProps<Row> {
  columns: readonly Column<Row>[]
  rows: readonly Row[]
  keyOf: (row: Row) => string
}

/** Rows that staff compare: a table on a wide screen, one block per row with named values on a phone. */
export function Table<Row>({ columns, rows, keyOf }: TableProps<Row>) {
  return (
    <View className="table" aria-role="table">
      <View className="table__row table__row--head" aria-hidden>
        {columns.map(({ title, digits, wide }) => (
          <Text
            key={title}
            className={`table__cell ${digits ? 'digits' : ''} ${wide ? 'table__cell--wide' : ''}`}
          >
            {title}
          </Text>
        ))}
      </View>
      {rows.map((row) => (
        <View key={keyOf(row)} className="table__row" aria-role="row">
          {columns.map(({ title, cell, digits, wide }) => (
            <View
              key={title}
              className={`table__cell ${digits ? 'digits' : ''} ${wide ? 'table__cell--wide' : ''}`}
            >
              <Text className="table__name note">{title}</Text>
              <View>{cell(row)}</View>
            </View>
          ))}
        </View>
      ))}
    </View>
  )
}
