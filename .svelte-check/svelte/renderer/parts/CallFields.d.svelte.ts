export { default } from "./++CallFields.svelte.ts";
export * from "./++CallFields.svelte.ts";
