///<reference types="svelte" />
;
import type { Snippet } from 'svelte';
;

  interface Props {
    label: string
    /** Small words at the right of the label: where a fact came from, a shortcut, "optional". */
    hint?: string | undefined
    /** What is wrong and what to do, shown right under the field. */
    problem?: string | undefined
    /** The control gets these, so that label and problem are read out with it. */
    children: Snippet<[{ id: string; describedBy: string | undefined; invalid: boolean }]>
  };function $$render() {

  

  let { label, hint, problem, children }: Props = $props()
  const id = $props.id()
  const describedBy = $derived([problem ? `${id}-problem` : '', hint ? `${id}-hint` : ''].filter(Boolean).join(' ') || undefined)
;
async () => {

 { svelteHTML.createElement("div", { "class":`field`,});
   { svelteHTML.createElement("div", { "class":`top`,});
     { svelteHTML.createElement("label", { "for":id,});label; }
    if(hint){ { svelteHTML.createElement("span", {     "class":`hint cut`,"id":`${id}-hint`,"title":hint,});hint; }}
   }
  ;__sveltets_2_ensureSnippet(children({ id, describedBy, invalid: problem !== undefined }));
  if(problem){ { svelteHTML.createElement("p", {   "class":`problem`,"id":`${id}-problem`,});problem; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Field__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Field__SvelteComponent_ = ReturnType<typeof Field__SvelteComponent_>;
/*Ωignore_endΩ*/export default Field__SvelteComponent_;