export { default } from "./++KindIcon.svelte.ts";
export * from "./++KindIcon.svelte.ts";
