import { readPort } from './cliOptions.ts'
import { startDemo, type DemoZendesk } from './index.ts'

// `npm run sandbox -- --port N`: the demo Zendesk alone, for curl and other clients. Its first line is one JSON object.

const asked = readPort(process.argv.slice(2))
const port = asked.ok ? asked.value : stop(asked.error)
const demo = await startDemo({ port, control: true }).catch((error: NodeJS.ErrnoException) => stop(whyNot(error)))
process.stdout.write(`${JSON.stringify({ url: demo.url, ...demo.account })}\n`)
process.stderr.write(hints(demo))
for (const signal of ['SIGINT', 'SIGTERM'] as const) {
  process.once(signal, () => void demo.close().then(() => process.exit(0)))
}

function whyNot(error: NodeJS.ErrnoException): string {
  if (error.code === 'EADDRINUSE')
    return `Port ${port} is taken by another program; choose another one, or 0 for any free port.`
  if (error.code === 'EACCES') return `Port ${port} needs more rights than this program has; choose one above 1023.`
  return `The demo Zendesk could not start: ${error.message}.`
}

function hints({ url, account, otherLogins }: DemoZendesk): string {
  const { admin, lightAgent, endUser } = otherLogins
  return `
The demo Zendesk is running. Look at ${url}/ in a browser, stop it with Ctrl+C.
Others who can sign in with the same password and token: ${admin.email} (admin), ${lightAgent.email} (light agent), ${endUser.email} (end user).
Try: curl -u ${account.email}:${account.password} -X POST ${url}/api/v2/channels/voice/agents/${account.agentId}/tickets/${account.ticketId}/display.json
Switches, faults, clock and what happened: ${url}/__demo/state
`
}

function stop(why: string): never {
  process.stderr.write(`${why}\n`)
  process.exit(1)
}
