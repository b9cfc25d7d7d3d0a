///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  interface Props {
    label: string
    hint?: string
    children: Snippet
  };function $$render() {

  

  let { label, hint, children }: Props = $props()
;
async () => {

 { svelteHTML.createElement("li", {});
   { svelteHTML.createElement("div", { "class":`words`,});
     { svelteHTML.createElement("div", { "class":`label`,});label; }
    if(hint){ { svelteHTML.createElement("div", { "class":`hint`,});hint; }}
   }
   { svelteHTML.createElement("div", { "class":`control`,});;__sveltets_2_ensureSnippet(children()); }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Setting__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Setting__SvelteComponent_ = ReturnType<typeof Setting__SvelteComponent_>;
/*Ωignore_endΩ*/export default Setting__SvelteComponent_;