export { default } from "./++VoicemailForm.svelte.ts";
export * from "./++VoicemailForm.svelte.ts";
