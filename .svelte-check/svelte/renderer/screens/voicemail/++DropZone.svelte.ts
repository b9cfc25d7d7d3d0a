///<reference types="svelte" />
;
import Plus from '@lucide/svelte/icons/plus'
import Voicemail from '@lucide/svelte/icons/voicemail'
import { messages } from '../../../preload/messages/index.ts'
import { intake, pickFiles } from '../../state/intake.svelte.ts';

;type $$ComponentProps =  { big?: boolean };function $$render() {

  
  
  
  

  let { big = false }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props()
  const words = messages.voicemail
;
async () => {


 { svelteHTML.createElement("button", {     "type":`button`,"class":['drop', { big }],"onclick":pickFiles,});
  if(big){
     { svelteHTML.createElement("span", { "class":`icon`,}); { const $$_liamecioV2C = __sveltets_2_ensureComponent(Voicemail); new $$_liamecioV2C({ target: __sveltets_2_any(), props: {    "size":26,"aria-hidden":`true`,}});} }
     { svelteHTML.createElement("span", { "class":`title`,});intake.reading ? words.reading : words.dropBig; }
     { svelteHTML.createElement("span", { "class":`hint`,});words.dropHint; }
  }else{
     { const $$_sulP1C = __sveltets_2_ensureComponent(Plus); new $$_sulP1C({ target: __sveltets_2_any(), props: {    "size":16,"aria-hidden":`true`,}});} { svelteHTML.createElement("span", { "class":`cut`,});intake.reading ? words.reading : words.drop; }
  }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DropZone__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DropZone__SvelteComponent_ = ReturnType<typeof DropZone__SvelteComponent_>;
/*Ωignore_endΩ*/export default DropZone__SvelteComponent_;