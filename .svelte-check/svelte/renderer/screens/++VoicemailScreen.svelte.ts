///<reference types="svelte" />
;
import { messages } from '../../preload/messages/index.ts'
import Button from '../parts/Button.svelte'
import Chip from '../parts/Chip.svelte'
import { currentVoicemail, drafts } from '../state/drafts.svelte.ts'
import { intake, pickFiles } from '../state/intake.svelte.ts'
import DropZone from './voicemail/DropZone.svelte'
import Refused from './voicemail/Refused.svelte'
import VoicemailForm from './voicemail/VoicemailForm.svelte'
import VoicemailList from './voicemail/VoicemailList.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  

  const words = messages.voicemail
  const current = $derived(currentVoicemail())
;
async () => {

 { svelteHTML.createElement("header", { "class":`top`,});
   { svelteHTML.createElement("h1", {});words.title; }
  if(drafts.voicemails.length > 0){ { const $$_pihC1C = __sveltets_2_ensureComponent(Chip); new $$_pihC1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});words.toReview(drafts.voicemails.length); Chip}}
   { svelteHTML.createElement("span", { "class":`grow`,}); }
   { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"onclick":pickFiles,"aria-busy":intake.reading,}});words.openFile; Button}
 }

if(intake.refused.length > 0){ { const $$_desufeR0C = __sveltets_2_ensureComponent(Refused); new $$_desufeR0C({ target: __sveltets_2_any(), props: {}});}}

if(current){
   { svelteHTML.createElement("div", { "class":`body`,});
     { svelteHTML.createElement("div", { "class":`side`,});
       { const $$_tsiLliamecioV2C = __sveltets_2_ensureComponent(VoicemailList); new $$_tsiLliamecioV2C({ target: __sveltets_2_any(), props: {}});}
       { const $$_enoZporD2C = __sveltets_2_ensureComponent(DropZone); new $$_enoZporD2C({ target: __sveltets_2_any(), props: {}});}
     }
     { const $$_mroFliamecioV1C = __sveltets_2_ensureComponent(VoicemailForm); new $$_mroFliamecioV1C({ target: __sveltets_2_any(), props: {  "draft":current,}});}
   }
}else{
   { svelteHTML.createElement("div", { "class":`empty`,});  { const $$_enoZporD1C = __sveltets_2_ensureComponent(DropZone); new $$_enoZporD1C({ target: __sveltets_2_any(), props: {"big":true,}});} }
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const VoicemailScreen__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type VoicemailScreen__SvelteComponent_ = ReturnType<typeof VoicemailScreen__SvelteComponent_>;
/*Ωignore_endΩ*/export default VoicemailScreen__SvelteComponent_;