///<reference types="svelte" />
;
import { untrack } from 'svelte'
import { LIMITS, type Draft } from '../../../preload/draft.ts'
import { messages } from '../../../preload/messages/index.ts'
import Button from '../../parts/Button.svelte'
import CallerCard from '../../parts/CallerCard.svelte'
import CallerQuestion from '../../parts/CallerQuestion.svelte'
import CallFields from '../../parts/CallFields.svelte'
import Confirm from '../../parts/Confirm.svelte'
import NumberField from '../../parts/NumberField.svelte'
import SaveBar from '../../parts/SaveBar.svelte'
import TextArea from '../../parts/TextArea.svelte'
import { discard, drafts, edited } from '../../state/drafts.svelte.ts'
import { hintsOf, sentences } from '../../state/form.ts'
import { lookUpCaller } from '../../state/lookup.svelte.ts'
import { problemsOf } from '../../state/save.svelte.ts'
import { session } from '../../state/session.svelte.ts'
import Player from './Player.svelte';

;type $$ComponentProps =  { draft: Draft };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { draft }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props()

  const words = messages.voicemail
  const lookup = lookUpCaller(() => draft)
  let tried = $state('')
  const problems = $derived(sentences(tried === draft.id ? problemsOf(draft) : []))
  const hints = $derived(hintsOf(draft.voicemail?.facts ?? {}))
  let removing = $state(false)
  let numberInput: HTMLInputElement | undefined = $state()
  let saidArea: HTMLTextAreaElement | undefined = $state()

  const onedit = (): void => edited(draft)
  const playKeys = $derived(session.platform === 'mac' ? messages.keys.play.mac : messages.keys.play.other)
  const saveLabel = $derived(drafts.voicemails.length > 1 ? words.saveNext : words.save)
  /** The transcript is what was said; without a recording it can still be typed. */
  const transcript = {
    get value() {
      return draft.voicemail?.transcript ?? ''
    },
    set value(text: string) {
      if (draft.voicemail) draft.voicemail.transcript = text
    },
  }

  $effect(() => {
    void draft.id
    untrack(() => (draft.theirNumber === '' ? numberInput : saidArea)?.focus())
  })
;
async () => {

 { svelteHTML.createElement("form", {   "class":`card`,"novalidate":true,"onsubmit":(event) => event.preventDefault(),});
   { svelteHTML.createElement("div", { "class":`fields`,});
    if(draft.voicemail?.recording){
      draft.id; { { const $$_reyalP2C = __sveltets_2_ensureComponent(Player); new $$_reyalP2C({ target: __sveltets_2_any(), props: {  "recording":draft.voicemail.recording,}});}}
    }
     { const $$_dleiFrebmuN2C = __sveltets_2_ensureComponent(NumberField); const $$_dleiFrebmuN2 = new $$_dleiFrebmuN2C({ target: __sveltets_2_any(), props: {               "label":messages.form.from,value:draft.theirNumber,input:numberInput,"caller":draft.caller,lookup,"hint":hints.theirNumber,"problem":problems.theirNumber,onedit,}});/*Ωignore_startΩ*/() => draft.theirNumber = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFrebmuN2.$$bindings = 'value';/*Ωignore_startΩ*/() => numberInput = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFrebmuN2.$$bindings = 'input';}
     { const $$_noitseuQrellaC2C = __sveltets_2_ensureComponent(CallerQuestion); new $$_noitseuQrellaC2C({ target: __sveltets_2_any(), props: {          "caller":draft.caller,lookup,"suggestedName":draft.voicemail?.theirName ?? '',"problem":problems.theirNumber ? undefined : problems.caller,"onchosen":() => saidArea?.focus(),}});}
     { svelteHTML.createElement("div", { "class":`caller`,});  { const $$_draCrellaC3C = __sveltets_2_ensureComponent(CallerCard); new $$_draCrellaC3C({ target: __sveltets_2_any(), props: {   "caller":draft.caller,lookup,"compact":true,}});} }
     { const $$_aerAtxeT2C = __sveltets_2_ensureComponent(TextArea); const $$_aerAtxeT2 = new $$_aerAtxeT2C({ target: __sveltets_2_any(), props: {                 "label":words.said,"hint":words.optional,"placeholder":words.saidPlaceholder(playKeys),"dir":`auto`,"maxlength":LIMITS.transcript,value:transcript.value,area:saidArea,"oninput":onedit,}});/*Ωignore_startΩ*/() => transcript.value = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_aerAtxeT2.$$bindings = 'value';/*Ωignore_startΩ*/() => saidArea = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_aerAtxeT2.$$bindings = 'area';}
     { const $$_sdleiFllaC2C = __sveltets_2_ensureComponent(CallFields); new $$_sdleiFllaC2C({ target: __sveltets_2_any(), props: {    draft,problems,hints,onedit,}});}
   }
   { const $$_raBevaS1C = __sveltets_2_ensureComponent(SaveBar); new $$_raBevaS1C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },draft,lookup,"ontried":() => (tried = draft.id),"label":saveLabel,onedit,}});
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"tone":`quiet`,"onclick":() => (removing = true),}});words.discard; Button}
   SaveBar}
 }

 { const $$_mrifnoC0C = __sveltets_2_ensureComponent(Confirm); const $$_mrifnoC0 = new $$_mrifnoC0C({ target: __sveltets_2_any(), props: {             open:removing,"title":words.discardTitle,"body":words.discardBody,"confirm":words.discard,"cancel":messages.form.keep,"onconfirm":() => discard(draft.id),}});/*Ωignore_startΩ*/() => removing = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_mrifnoC0.$$bindings = 'open';}


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const VoicemailForm__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type VoicemailForm__SvelteComponent_ = ReturnType<typeof VoicemailForm__SvelteComponent_>;
/*Ωignore_endΩ*/export default VoicemailForm__SvelteComponent_;