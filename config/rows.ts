/** Reads JSON Lines; the caller says what a row is (files of the data set's own shape). */
export const readRows = <Row>(text: string): Row[] =>
  text
    .split(/\r?\n/)
    .filter((line) => line.trim() !== '')
    .map((line): Row => JSON.parse(line))
