export { default } from "./++LogScreen.svelte.ts";
export * from "./++LogScreen.svelte.ts";
