export { default } from "./++TagField.svelte.ts";
export * from "./++TagField.svelte.ts";
