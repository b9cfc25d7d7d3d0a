///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  interface Props {
    tone?: 'plain' | 'ok' | 'wait' | 'bad' | 'info'
    children: Snippet
  };function $$render() {

  

  let { tone = 'plain', children }: Props = $props()
;
async () => {

 { svelteHTML.createElement("span", { "class":['chip', tone],});;__sveltets_2_ensureSnippet(children()); }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Chip__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Chip__SvelteComponent_ = ReturnType<typeof Chip__SvelteComponent_>;
/*Ωignore_endΩ*/export default Chip__SvelteComponent_;