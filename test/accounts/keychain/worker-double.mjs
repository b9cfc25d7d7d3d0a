// A helper process that misbehaves on request: dies in the middle of a call, or blocks for ever.
process.on('message', ({ account }) => {
  if (account === 'dies') process.kill(process.pid, 'SIGKILL')
  if (account === 'hangs') Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0)
  process.send({ ok: true, value: `${account} from ${process.pid}` })
})
process.on('disconnect', () => process.exit())
