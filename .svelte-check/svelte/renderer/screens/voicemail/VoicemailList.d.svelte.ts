export { default } from "./++VoicemailList.svelte.ts";
export * from "./++VoicemailList.svelte.ts";
