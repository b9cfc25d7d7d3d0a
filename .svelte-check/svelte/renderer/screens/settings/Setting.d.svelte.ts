export { default } from "./++Setting.svelte.ts";
export * from "./++Setting.svelte.ts";
