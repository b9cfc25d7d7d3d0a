///<reference types="svelte" />
;
import X from '@lucide/svelte/icons/x'
import { asTag, LIMITS } from '../../preload/draft.ts'
import { messages } from '../../preload/messages/index.ts'
import Field from './Field.svelte';
;

  interface Props {
    tags: string[]
    problem?: string | undefined
    onedit: () => void
  };function $$render() {

  
  
  
  

  let { tags = $bindable(), problem, onedit }: Props = $props()/*Ωignore_startΩ*/;tags;/*Ωignore_endΩ*/
  let typed = $state('')

  function add(): void {
    const tag = asTag(typed)
    typed = ''
    if (tag === '' || tags.includes(tag)) return
    tags = [...tags, tag]
    onedit()
  }

  function remove(tag: string): void {
    tags = tags.filter((other) => other !== tag)
    onedit()
  }

  function pressed(event: KeyboardEvent): void {
    const last = tags.at(-1)
    if (['Enter', ',', ' '].includes(event.key) && typed.trim() !== '' && !event.ctrlKey && !event.metaKey) add()
    else if (event.key === 'Backspace' && typed === '' && last) remove(last)
    else return
    event.preventDefault()
  }
;
async () => {

 { const $$_dleiF0C = __sveltets_2_ensureComponent(Field); const $$_dleiF0 = new $$_dleiF0C({ target: __sveltets_2_any(), props: {  "label":messages.form.tags,problem,children:({ id, describedBy, invalid }) => { async ()/*Ωignore_positionΩ*/ => {
     { svelteHTML.createElement("div", { "class":['tags', { invalid }],});
         for(let tag of __sveltets_2_ensureArray(tags)){tag;
         { svelteHTML.createElement("button", {       "type":`button`,"class":`tag`,"aria-label":messages.form.removeTag(tag),"onclick":() => remove(tag),});
           { svelteHTML.createElement("span", { "class":`cut`,});tag; } { const $$_X2C = __sveltets_2_ensureComponent(X); new $$_X2C({ target: __sveltets_2_any(), props: {    "size":12,"aria-hidden":`true`,}});}
         }
      }
       { svelteHTML.createElement("input", {                    id,"bind:value":typed,"maxlength":LIMITS.tag,"autocomplete":`off`,"spellcheck":`false`,"placeholder":messages.form.tagsPlaceholder,"onkeydown":pressed,"onblur":add,"aria-describedby":describedBy,"aria-invalid":invalid,});/*Ωignore_startΩ*/() => typed = __sveltets_2_any(null);/*Ωignore_endΩ*/}
     }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {children} = $$_dleiF0.$$prop_def;/*Ωignore_endΩ*/
  
 Field}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('tags'), slots: {}, events: {} }}
const TagField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TagField__SvelteComponent_ = ReturnType<typeof TagField__SvelteComponent_>;
/*Ωignore_endΩ*/export default TagField__SvelteComponent_;