///<reference types="svelte" />
;
import type { Snippet } from 'svelte'
import type { HTMLInputAttributes } from 'svelte/elements'
import Field from './Field.svelte';
;

  interface Props extends Omit<HTMLInputAttributes, 'value' | 'id'> {
    label: string
    value: string
    hint?: string | undefined
    problem?: string | undefined
    /** Digits stand under each other. */
    figures?: boolean
    /** Sits inside the field, at its end. */
    end?: Snippet
    input?: HTMLInputElement | undefined
  };function $$render() {

  
  
  

  let { label, value = $bindable(), hint, problem, figures = false, end, input = $bindable(), ...rest }: Props = $props()/*Ωignore_startΩ*/;value;input;/*Ωignore_endΩ*/
;
async () => {

 { const $$_dleiF0C = __sveltets_2_ensureComponent(Field); const $$_dleiF0 = new $$_dleiF0C({ target: __sveltets_2_any(), props: {  label,hint,problem,children:({ id, describedBy, invalid }) => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("div", { "class":['box', { invalid }],});
       { const $$_input1 = svelteHTML.createElement("input", {                 id,"type":`text`,"autocomplete":`off`,"spellcheck":`false`,...rest,"class":{ num: figures },"bind:value":value,"aria-invalid":invalid,"aria-describedby":describedBy,});/*Ωignore_startΩ*/() => value = __sveltets_2_any(null);/*Ωignore_endΩ*/input = $$_input1;}
      ;__sveltets_2_ensureSnippet(end?.());
     }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {children} = $$_dleiF0.$$prop_def;/*Ωignore_endΩ*/
  
 Field}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('value', 'input'), slots: {}, events: {} }}
const TextField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TextField__SvelteComponent_ = ReturnType<typeof TextField__SvelteComponent_>;
/*Ωignore_endΩ*/export default TextField__SvelteComponent_;