///<reference types="svelte" />
;
import { untrack } from 'svelte'
import ArrowDownLeft from '@lucide/svelte/icons/arrow-down-left'
import ArrowUpRight from '@lucide/svelte/icons/arrow-up-right'
import { isBlank, LIMITS, type Draft } from '../../preload/draft.ts'
import { messages } from '../../preload/messages/index.ts'
import Button from '../parts/Button.svelte'
import CallerCard from '../parts/CallerCard.svelte'
import CallerQuestion from '../parts/CallerQuestion.svelte'
import CallFields from '../parts/CallFields.svelte'
import Confirm from '../parts/Confirm.svelte'
import NumberField from '../parts/NumberField.svelte'
import SaveBar from '../parts/SaveBar.svelte'
import Segments from '../parts/Segments.svelte'
import TextArea from '../parts/TextArea.svelte'
import TextField from '../parts/TextField.svelte'
import { discard, edited, startCall } from '../state/drafts.svelte.ts'
import { sentences } from '../state/form.ts'
import { lookUpCaller } from '../state/lookup.svelte.ts'
import { problemsOf } from '../state/save.svelte.ts'
import DraftStrip from './log/DraftStrip.svelte'
import RecentCalls from './log/RecentCalls.svelte'
import Timer from './log/Timer.svelte';

;type $$ComponentProps =  { draft: Draft };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { draft }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props()

  const words = messages.form
  const kinds = [
    { value: 'inbound', label: words.kinds.inbound, icon: ArrowDownLeft, tone: 'in' },
    { value: 'outbound', label: words.kinds.outbound, icon: ArrowUpRight, tone: 'out' },
  ] as const

  const lookup = lookUpCaller(() => draft)
  /** Problems are shown once Save was tried, and go away as they are mended. */
  let tried = $state('')
  const problems = $derived(sentences(tried === draft.id ? problemsOf(draft) : []))
  let clearing = $state(false)
  let numberInput: HTMLInputElement | undefined = $state()
  let notesArea: HTMLTextAreaElement | undefined = $state()

  const onedit = (): void => edited(draft)

  // The form is ready to type into as soon as it is there: the number first, the notes if that is known.
  $effect(() => {
    void draft.id
    untrack(() => (draft.theirNumber === '' ? numberInput : notesArea)?.focus())
  })

  function pickKind(kind: 'inbound' | 'outbound'): void {
    draft.kind = kind
    onedit()
  }

  async function clear(): Promise<void> {
    const { id } = draft
    startCall()
    await discard(id)
  }
;
async () => {

 { svelteHTML.createElement("header", { "class":`top`,});
   { const $$_stnemgeS1C = __sveltets_2_ensureComponent(Segments); new $$_stnemgeS1C({ target: __sveltets_2_any(), props: {        "label":words.kindLabel,"value":draft.kind === 'outbound' ? 'outbound' : 'inbound',"options":kinds,"onpick":pickKind,}});}
   { svelteHTML.createElement("span", { "class":`grow`,}); }
   { const $$_remiT1C = __sveltets_2_ensureComponent(Timer); new $$_remiT1C({ target: __sveltets_2_any(), props: {  draft,onedit,}});}
 }
 { const $$_pirtStfarD0C = __sveltets_2_ensureComponent(DraftStrip); new $$_pirtStfarD0C({ target: __sveltets_2_any(), props: {}});}

 { svelteHTML.createElement("div", { "class":`body`,});
   { svelteHTML.createElement("form", {   "class":`card`,"novalidate":true,"onsubmit":(event) => event.preventDefault(),});
     { svelteHTML.createElement("div", { "class":`fields`,});
       { const $$_dleiFrebmuN3C = __sveltets_2_ensureComponent(NumberField); const $$_dleiFrebmuN3 = new $$_dleiFrebmuN3C({ target: __sveltets_2_any(), props: {             "label":draft.kind === 'outbound' ? words.to : words.from,value:draft.theirNumber,input:numberInput,"caller":draft.caller,lookup,"problem":problems.theirNumber,onedit,}});/*Ωignore_startΩ*/() => draft.theirNumber = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFrebmuN3.$$bindings = 'value';/*Ωignore_startΩ*/() => numberInput = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFrebmuN3.$$bindings = 'input';}
       { const $$_noitseuQrellaC3C = __sveltets_2_ensureComponent(CallerQuestion); new $$_noitseuQrellaC3C({ target: __sveltets_2_any(), props: {         "caller":draft.caller,lookup,"suggestedName":"","problem":problems.theirNumber ? undefined : problems.caller,"onchosen":() => notesArea?.focus(),}});}
       { svelteHTML.createElement("div", { "class":`folded`,});  { const $$_draCrellaC4C = __sveltets_2_ensureComponent(CallerCard); new $$_draCrellaC4C({ target: __sveltets_2_any(), props: {   "caller":draft.caller,lookup,"compact":true,}});} }
       { svelteHTML.createElement("div", { "class":`notes`,});
         { const $$_aerAtxeT4C = __sveltets_2_ensureComponent(TextArea); const $$_aerAtxeT4 = new $$_aerAtxeT4C({ target: __sveltets_2_any(), props: {                   "label":words.notes,"hint":words.notesHint,"problem":problems.notes,"placeholder":words.notesPlaceholder,"dir":`auto`,"maxlength":LIMITS.notes,value:draft.notes,area:notesArea,"oninput":onedit,}});/*Ωignore_startΩ*/() => draft.notes = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_aerAtxeT4.$$bindings = 'value';/*Ωignore_startΩ*/() => notesArea = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_aerAtxeT4.$$bindings = 'area';}
       }
       { const $$_dleiFtxeT3C = __sveltets_2_ensureComponent(TextField); const $$_dleiFtxeT3 = new $$_dleiFtxeT3C({ target: __sveltets_2_any(), props: {                 "label":words.subject,"problem":problems.subject,"placeholder":words.subjectPlaceholder,"dir":`auto`,"spellcheck":`true`,"maxlength":LIMITS.subject,value:draft.subject,"oninput":onedit,}});/*Ωignore_startΩ*/() => draft.subject = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT3.$$bindings = 'value';}
       { const $$_sdleiFllaC3C = __sveltets_2_ensureComponent(CallFields); new $$_sdleiFllaC3C({ target: __sveltets_2_any(), props: {   draft,problems,onedit,}});}
     }
     { const $$_raBevaS2C = __sveltets_2_ensureComponent(SaveBar); new $$_raBevaS2C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },draft,lookup,"ontried":() => (tried = draft.id),"label":words.save,onedit,}});
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"tone":`quiet`,"disabled":isBlank(draft),"onclick":() => (clearing = true),}});words.clear; Button}
     SaveBar}
   }
   { svelteHTML.createElement("aside", {});
      { const $$_draCrellaC2C = __sveltets_2_ensureComponent(CallerCard); new $$_draCrellaC2C({ target: __sveltets_2_any(), props: {   "caller":draft.caller,lookup,"idle":true,}});}
     { const $$_sllaCtneceR2C = __sveltets_2_ensureComponent(RecentCalls); new $$_sllaCtneceR2C({ target: __sveltets_2_any(), props: {  "callerId":draft.caller.is === 'known' ? draft.caller.userId : null,}});}
   }
 }

 { const $$_mrifnoC0C = __sveltets_2_ensureComponent(Confirm); const $$_mrifnoC0 = new $$_mrifnoC0C({ target: __sveltets_2_any(), props: {             open:clearing,"title":words.clearTitle,"body":words.clearBody,"confirm":words.clearConfirm,"cancel":words.keep,"onconfirm":clear,}});/*Ωignore_startΩ*/() => clearing = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_mrifnoC0.$$bindings = 'open';}


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const LogScreen__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type LogScreen__SvelteComponent_ = ReturnType<typeof LogScreen__SvelteComponent_>;
/*Ωignore_endΩ*/export default LogScreen__SvelteComponent_;