export { default } from "./++CallerCard.svelte.ts";
export * from "./++CallerCard.svelte.ts";
