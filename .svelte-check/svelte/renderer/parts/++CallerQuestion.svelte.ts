///<reference types="svelte" />
;
import { RadioGroup } from 'bits-ui'
import Plus from '@lucide/svelte/icons/plus'
import UserX from '@lucide/svelte/icons/user-x'
import type { CallerChoice } from '../../preload/draft.ts'
import { LIMITS } from '../../preload/draft.ts'
import { messages } from '../../preload/messages/index.ts'
import type { Lookup } from '../state/lookup.svelte.ts'
import Avatar from './Avatar.svelte'
import Kbd from './Kbd.svelte';
;

  interface Props {
    caller: CallerChoice
    lookup: Lookup
    /** Offered as the name of somebody new, for example from a voicemail's facts. */
    suggestedName: string
    problem?: string | undefined
    /** Called when a choice was made by key, so that typing can go on in the notes. */
    onchosen: () => void
  };function $$render() {

  
  
  
  
  
  
  
  
  

  let { caller, lookup, suggestedName, problem, onchosen }: Props = $props()

  const words = messages.caller
  const found = $derived(lookup.answer?.is === 'found' ? lookup.answer.callers : [])
  const asked = $derived(found.length > 1 || lookup.answer?.is === 'nobody')
  const value = $derived(caller.is === 'known' ? String(caller.userId) : caller.is)
  const name = $derived(caller.is === 'new' ? caller.name : suggestedName)
  let nameField: HTMLInputElement | undefined = $state()

  function pick(next: string): void {
    const person = found.find((one) => String(one.id) === next)
    if (person) lookup.choose({ is: 'known', userId: person.id, name: person.name })
    else if (next === 'new') lookup.choose({ is: 'new', name })
    else if (next === 'none') lookup.choose({ is: 'none' })
  }

  /** 1–9 choose a person, 0 somebody new. */
  function pressed(event: KeyboardEvent): void {
    if (event.target instanceof HTMLInputElement || event.ctrlKey || event.metaKey || event.altKey) return
    const person = found[Number(event.key) - 1]
    if (event.key === '0') {
      pick('new')
      nameField?.focus()
    } else if (person) {
      pick(String(person.id))
      onchosen()
    } else return
    event.preventDefault()
  }

  function renamed(event: Event & { currentTarget: HTMLInputElement }): void {
    lookup.choose({ is: 'new', name: event.currentTarget.value })
  }

  function entered(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || event.ctrlKey || event.metaKey) return
    pick('new')
    onchosen()
    event.preventDefault()
  }
;
async () => {

if(asked){
   { svelteHTML.createElement("div", { "class":`question`,});
     { svelteHTML.createElement("p", {   "class":['ask', { problem }],"id":`who-question`,});problem ?? (found.length > 1 ? words.several(found.length) : words.nobody); }
     { const $$_tooR_puorGoidaR1C = __sveltets_2_ensureComponent(RadioGroup.Root); const $$_tooR_puorGoidaR1 = new $$_tooR_puorGoidaR1C({ target: __sveltets_2_any(), props: {         children:() => { return __sveltets_2_any(0); },value:__sveltets_2_get_set_binding(() => value,pick),"aria-labelledby":`who-question`,"class":`people`,"onkeydown":pressed,}});$$_tooR_puorGoidaR1.$$bindings = 'value';
          for(let person of __sveltets_2_ensureArray(found)){let place = 1;person.id;
         { const $$_metI_puorGoidaR2C = __sveltets_2_ensureComponent(RadioGroup.Item); new $$_metI_puorGoidaR2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"value":String(person.id),"class":`person`,"aria-label":person.name,}});
           { const $$_ratavA3C = __sveltets_2_ensureComponent(Avatar); new $$_ratavA3C({ target: __sveltets_2_any(), props: {  "name":person.name,}});}
           { svelteHTML.createElement("span", { "class":`who`,});
             { svelteHTML.createElement("span", {   "class":`name cut`,"dir":`auto`,});person.name; }
             { svelteHTML.createElement("span", { "class":`more cut`,});[person.organization, person.email].filter(Boolean).join(' · '); }
           }
          if(place < 9){ { const $$_dbK3C = __sveltets_2_ensureComponent(Kbd); new $$_dbK3C({ target: __sveltets_2_any(), props: {  "keys":String(place + 1),}});}}
         RadioGroup.Item}
      }
       { svelteHTML.createElement("div", { "class":`new`,});
         { const $$_metI_puorGoidaR3C = __sveltets_2_ensureComponent(RadioGroup.Item); new $$_metI_puorGoidaR3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"value":`new`,"class":`person`,"aria-label":words.addNew,}});
           { const $$_sulP4C = __sveltets_2_ensureComponent(Plus); new $$_sulP4C({ target: __sveltets_2_any(), props: {    "size":16,"aria-hidden":`true`,}});}
           { svelteHTML.createElement("span", { "class":`who`,});words.addNew; }
           { const $$_dbK4C = __sveltets_2_ensureComponent(Kbd); new $$_dbK4C({ target: __sveltets_2_any(), props: {  "keys":`0`,}});}
         RadioGroup.Item}
        if(caller.is === 'new' || found.length === 0){
           { const $$_input3 = svelteHTML.createElement("input", {                "value":name,"maxlength":LIMITS.name,"dir":`auto`,"placeholder":words.newNamePlaceholder,"aria-label":words.newName,"oninput":renamed,"onkeydown":entered,});nameField = $$_input3;}
        }
       }
       { const $$_metI_puorGoidaR2C = __sveltets_2_ensureComponent(RadioGroup.Item); new $$_metI_puorGoidaR2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"value":`none`,"class":`person`,"aria-label":words.noCaller,}});
         { const $$_XresU3C = __sveltets_2_ensureComponent(UserX); new $$_XresU3C({ target: __sveltets_2_any(), props: {    "size":16,"aria-hidden":`true`,}});}
         { svelteHTML.createElement("span", { "class":`who`,});
           { svelteHTML.createElement("span", {});words.noCaller; }
           { svelteHTML.createElement("span", { "class":`more cut`,});words.noCallerHint; }
         }
       RadioGroup.Item}
     RadioGroup.Root}
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CallerQuestion__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CallerQuestion__SvelteComponent_ = ReturnType<typeof CallerQuestion__SvelteComponent_>;
/*Ωignore_endΩ*/export default CallerQuestion__SvelteComponent_;