export { default } from "./++RecentCalls.svelte.ts";
export * from "./++RecentCalls.svelte.ts";
