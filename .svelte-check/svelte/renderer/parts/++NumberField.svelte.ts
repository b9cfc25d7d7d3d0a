///<reference types="svelte" />
;
import Check from '@lucide/svelte/icons/check'
import { messages } from '../../preload/messages/index.ts'
import { groupWhileTyping } from '../../preload/numbers.ts'
import { session } from '../state/session.svelte.ts'
import type { Lookup } from '../state/lookup.svelte.ts'
import type { CallerChoice } from '../../preload/draft.ts'
import Chip from './Chip.svelte'
import TextField from './TextField.svelte';
;

  interface Props {
    label: string
    value: string
    caller: CallerChoice
    lookup: Lookup
    hint?: string | undefined
    problem?: string | undefined
    input?: HTMLInputElement | undefined
    onedit: () => void
  };function $$render() {

  
  
  
  
  
  
  
  

  let { label, value = $bindable(), caller, lookup, hint, problem, input = $bindable(), onedit }: Props = $props()/*Ωignore_startΩ*/;value;input;/*Ωignore_endΩ*/

  const words = messages.caller
  const badge = $derived.by((): { text: string; tone: 'ok' | 'wait' | 'plain' } | null => {
    const answer = lookup.answer
    if (caller.is === 'known') return { text: '', tone: 'ok' }
    if (caller.is === 'new') return { text: words.nobodyShort, tone: 'ok' }
    if (answer?.is === 'found') return { text: words.severalShort(answer.callers.length), tone: 'wait' }
    if (answer?.is === 'nobody') return { text: words.nobodyShort, tone: 'wait' }
    if (answer?.is === 'withheld') return { text: words.withheldShort, tone: 'plain' }
    if (answer?.is === 'extension') return { text: words.extensionShort, tone: 'plain' }
    if (answer?.is === 'unreachable') return { text: words.laterShort, tone: 'wait' }
    return null
  })

  /** Groups the digits, but only while typing at the end: a correction keeps its cursor, and a bracket can be deleted. */
  function typed(event: Event): void {
    const deleting = event instanceof InputEvent && event.inputType.startsWith('delete')
    if (!deleting && input?.selectionStart === value.length) value = groupWhileTyping(value, session.settings.country)
    onedit()
  }

  function withheld(): void {
    value = messages.form.withheldShort
    onedit()
  }
;
async () => {

  { const $$_dleiFtxeT0C = __sveltets_2_ensureComponent(TextField); const $$_dleiFtxeT0 = new $$_dleiFtxeT0C({ target: __sveltets_2_any(), props: {              label,hint,problem,value,input,"figures":true,"inputmode":`tel`,"maxlength":60,"placeholder":messages.form.theirPlaceholder,"oninput":typed,end:() => { async ()/*Ωignore_positionΩ*/ => {
    if(value === ''){
       { svelteHTML.createElement("button", {       "type":`button`,"class":`withheld`,"tabindex":-1,"onclick":withheld,});messages.form.withheld; }
    } else if (lookup.looking){
       { svelteHTML.createElement("span", { "class":`looking`,}); { const $$_pihC1C = __sveltets_2_ensureComponent(Chip); new $$_pihC1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});words.looking; Chip} }
    } else if (badge){
       { const $$_pihC0C = __sveltets_2_ensureComponent(Chip); new $$_pihC0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"tone":badge.tone,}});
        if(caller.is === 'known'){ { const $$_kcehC1C = __sveltets_2_ensureComponent(Check); new $$_kcehC1C({ target: __sveltets_2_any(), props: {      "size":14,"role":`img`,"aria-label":words.found,}});}}else{badge.text;}
       Chip}
    }
  };return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/() => value = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT0.$$bindings = 'value';/*Ωignore_startΩ*/() => input = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT0.$$bindings = 'input';/*Ωignore_startΩ*/const {end} = $$_dleiFtxeT0.$$prop_def;/*Ωignore_endΩ*/
  
 TextField}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('value', 'input'), slots: {}, events: {} }}
const NumberField__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type NumberField__SvelteComponent_ = ReturnType<typeof NumberField__SvelteComponent_>;
/*Ωignore_endΩ*/export default NumberField__SvelteComponent_;