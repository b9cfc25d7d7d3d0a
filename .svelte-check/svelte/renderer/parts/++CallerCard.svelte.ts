///<reference types="svelte" />
;
import ExternalLink from '@lucide/svelte/icons/external-link'
import { messages } from '../../preload/messages/index.ts'
import type { CallerChoice } from '../../preload/draft.ts'
import { desk } from '../state/desk.ts'
import type { Lookup } from '../state/lookup.svelte.ts'
import { tellOpened } from '../state/opened.ts'
import Avatar from './Avatar.svelte'
import Button from './Button.svelte';
;

  interface Props {
    caller: CallerChoice
    lookup: Lookup
    /** Says what will be here while there is nothing yet. */
    idle?: boolean
    /** One line, for inside a form. */
    compact?: boolean
  };function $$render() {

  
  
  
  
  
  
  
  

  let { caller, lookup, idle = false, compact = false }: Props = $props()

  const words = messages.caller
  const person = $derived.by(() => {
    if (caller.is !== 'known') return null
    const found = lookup.answer?.is === 'found' ? lookup.answer.callers.find((one) => one.id === caller.userId) : null
    return { id: caller.userId, name: caller.name, more: [found?.organization, found?.email].filter(Boolean).join(' · ') }
  })
  /** What to expect when there is nobody to show. */
  const sentence = $derived.by(() => {
    const answer = lookup.answer
    if (answer?.is === 'withheld') return words.withheld
    if (answer?.is === 'extension') return words.extension
    if (answer?.is === 'unreachable') return { offline: words.later, signIn: words.laterSignIn, busy: words.laterBusy }[answer.why]
    if (caller.is === 'new') return words.addNewHint
    if (caller.is === 'none') return words.noCallerHint
    return idle && (!answer || answer.is === 'empty' || answer.is === 'invalid') ? words.idle : null
  })

  async function openProfile(userId: number): Promise<void> {
    tellOpened(await desk.callers.open(userId))
  }
;
async () => {

if(person){
   { svelteHTML.createElement("section", {   "class":['card', { compact }],"aria-label":words.title,});
     { svelteHTML.createElement("div", { "class":`top`,});
       { const $$_ratavA2C = __sveltets_2_ensureComponent(Avatar); new $$_ratavA2C({ target: __sveltets_2_any(), props: {    "name":person.name,"size":compact ? 'm' : 'l',}});}
       { svelteHTML.createElement("div", { "class":`who`,});
         { svelteHTML.createElement("div", {     "class":`name cut`,"dir":`auto`,"title":person.name,});person.name; }
        if(person.more){ { svelteHTML.createElement("div", {   "class":`more cut`,"title":person.more,});person.more; }}
       }
     }
     { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"size":`s`,"onclick":() => openProfile(person.id),}}); { const $$_kniLlanretxE2C = __sveltets_2_ensureComponent(ExternalLink); new $$_kniLlanretxE2C({ target: __sveltets_2_any(), props: {    "size":14,"aria-hidden":`true`,}});}words.openProfile; Button}
   }
} else if (sentence){
    { svelteHTML.createElement("p", {   "class":['card', 'sentence', { compact }],"role":`status`,});sentence; }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CallerCard__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CallerCard__SvelteComponent_ = ReturnType<typeof CallerCard__SvelteComponent_>;
/*Ωignore_endΩ*/export default CallerCard__SvelteComponent_;