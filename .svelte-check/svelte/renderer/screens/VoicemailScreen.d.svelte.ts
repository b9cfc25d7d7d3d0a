export { default } from "./++VoicemailScreen.svelte.ts";
export * from "./++VoicemailScreen.svelte.ts";
