export default function refuseRelease(context: { appOutDir: string; targets: readonly { name: string }[] }): void
