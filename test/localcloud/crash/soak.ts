import { soak } from './rounds'

// node --import tsx test/localcloud/crash/soak.ts [KILLS]: prints its figure; ends with 1 when a promise was broken.
const kills = Number(process.argv[2] ?? 50)

soak(kills, (line) => process.stdout.write(`${line}\n`)).then(
  ({ acknowledged, transactions, wrong }) => {
    for (const line of wrong) process.stdout.write(`${line}\n`)
    process.stdout.write(
      `${kills} kills, ${acknowledged} acknowledged writes (${transactions} transactions), ${wrong.length} wrong\n`,
    )
    process.exitCode = wrong.length === 0 ? 0 : 1
  },
  (error) => {
    process.stderr.write(`${error}\n`)
    process.exitCode = 1
  },
)
