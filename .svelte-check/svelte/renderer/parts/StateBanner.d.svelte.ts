export { default } from "./++StateBanner.svelte.ts";
export * from "./++StateBanner.svelte.ts";
