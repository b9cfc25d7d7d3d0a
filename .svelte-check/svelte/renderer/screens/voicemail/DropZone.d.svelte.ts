export { default } from "./++DropZone.svelte.ts";
export * from "./++DropZone.svelte.ts";
