export { default } from "./++DraftStrip.svelte.ts";
export * from "./++DraftStrip.svelte.ts";
