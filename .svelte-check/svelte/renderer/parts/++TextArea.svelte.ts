///<reference types="svelte" />
;
import type { HTMLTextareaAttributes } from 'svelte/elements'
import Field from './Field.svelte';
;

  interface Props extends Omit<HTMLTextareaAttributes, 'value' | 'id'> {
    label: string
    value: string
    hint?: string | undefined
    problem?: string | undefined
    area?: HTMLTextAreaElement | undefined
  };function $$render() {

  
  

  let { label, value = $bindable(), hint, problem, area = $bindable(), ...rest }: Props = $props()/*Ωignore_startΩ*/;value;area;/*Ωignore_endΩ*/
;
async () => {

 { const $$_dleiF0C = __sveltets_2_ensureComponent(Field); const $$_dleiF0 = new $$_dleiF0C({ target: __sveltets_2_any(), props: {  label,hint,problem,children:({ id, describedBy, invalid }) => { async ()/*Ωignore_positionΩ*/ => {
     { const $$_textarea0 = svelteHTML.createElement("textarea", {          id,...rest,"class":{ invalid },"bind:value":value,"aria-invalid":invalid,"aria-describedby":describedBy,});/*Ωignore_startΩ*/() => value = __sveltets_2_any(null);/*Ωignore_endΩ*/area = $$_textarea0; }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {children} = $$_dleiF0.$$prop_def;/*Ωignore_endΩ*/
  
 Field}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('value', 'area'), slots: {}, events: {} }}
const TextArea__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TextArea__SvelteComponent_ = ReturnType<typeof TextArea__SvelteComponent_>;
/*Ωignore_endΩ*/export default TextArea__SvelteComponent_;