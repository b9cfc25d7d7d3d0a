export { default } from "./++CallerQuestion.svelte.ts";
export * from "./++CallerQuestion.svelte.ts";
