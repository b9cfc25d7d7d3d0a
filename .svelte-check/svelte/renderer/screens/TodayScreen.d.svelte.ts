export { default } from "./++TodayScreen.svelte.ts";
export * from "./++TodayScreen.svelte.ts";
