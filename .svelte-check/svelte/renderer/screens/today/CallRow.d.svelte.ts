export { default } from "./++CallRow.svelte.ts";
export * from "./++CallRow.svelte.ts";
