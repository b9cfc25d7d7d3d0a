export { default } from "./++DropCatcher.svelte.ts";
export * from "./++DropCatcher.svelte.ts";
