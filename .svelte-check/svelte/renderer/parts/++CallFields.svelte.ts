///<reference types="svelte" />
;
import { readDuration, showDuration } from '../../preload/durations.ts'
import { PRIORITIES, timerSeconds, LIMITS, type Draft, type Priority } from '../../preload/draft.ts'
import { messages } from '../../preload/messages/index.ts'
import { localInput, readLocalInput, withOffset } from '../../preload/times.ts'
import { clock } from '../state/clock.svelte.ts'
import type { Hints, Problems } from '../state/form.ts'
import Choice from './Choice.svelte'
import TagField from './TagField.svelte'
import TextField from './TextField.svelte';
;

  interface Props {
    draft: Draft
    problems: Problems
    hints?: Hints
    onedit: () => void
  };function $$render() {

  
  
  
  
  
  
  
  
  

  let { draft, problems, hints = {}, onedit }: Props = $props()

  const words = messages.form
  const priorities = [
    { value: 'none', label: words.priorities.none },
    ...PRIORITIES.map((value) => ({ value, label: words.priorities[value], dot: value })),
  ] as const

  function pickPriority(value: Priority | 'none'): void {
    draft.priority = value === 'none' ? null : value
    onedit()
  }

  /** The field holds local wall-clock time; the draft also keeps this computer's offset at that moment. */
  const startedAt = {
    get value() {
      return draft.startedAt === '' ? '' : localInput(new Date(draft.startedAt))
    },
    set value(text: string) {
      const moment = readLocalInput(text)
      draft.startedAt = moment ? withOffset(moment) : ''
    },
  }
  const ticking = $derived(draft.timerSince === null ? null : showDuration(timerSeconds(draft.timerSince, clock.now)))

  /** `37` becomes `0:37` once the field is left, so that what was understood can be seen. */
  function tidyDuration(): void {
    const seconds = readDuration(draft.duration)
    if (seconds !== null) draft.duration = showDuration(seconds)
    onedit()
  }
;
async () => {

 { svelteHTML.createElement("div", { "class":`facts`,});
   { const $$_dleiFtxeT1C = __sveltets_2_ensureComponent(TextField); const $$_dleiFtxeT1 = new $$_dleiFtxeT1C({ target: __sveltets_2_any(), props: {                  "label":draft.kind === 'outbound' ? words.from : words.to,"hint":hints.ourNumber,"problem":problems.ourNumber,"placeholder":words.ourPlaceholder,value:draft.ourNumber,"figures":true,"inputmode":`tel`,"maxlength":60,"oninput":onedit,}});/*Ωignore_startΩ*/() => draft.ourNumber = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT1.$$bindings = 'value';}
   { const $$_dleiFtxeT1C = __sveltets_2_ensureComponent(TextField); const $$_dleiFtxeT1 = new $$_dleiFtxeT1C({ target: __sveltets_2_any(), props: {              "label":draft.kind === 'voicemail' ? words.received : words.started,"hint":hints.startedAt,"problem":problems.startedAt,"type":`datetime-local`,value:startedAt.value,"figures":true,"oninput":onedit,}});/*Ωignore_startΩ*/() => startedAt.value = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT1.$$bindings = 'value';}
  if(ticking === null){
     { const $$_dleiFtxeT1C = __sveltets_2_ensureComponent(TextField); const $$_dleiFtxeT1 = new $$_dleiFtxeT1C({ target: __sveltets_2_any(), props: {                  "label":words.duration,"hint":hints.duration,"problem":problems.duration,"placeholder":words.durationPlaceholder,value:draft.duration,"figures":true,"maxlength":20,"oninput":onedit,"onblur":tidyDuration,}});/*Ωignore_startΩ*/() => draft.duration = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT1.$$bindings = 'value';}
  }else{
     { const $$_dleiFtxeT1C = __sveltets_2_ensureComponent(TextField); new $$_dleiFtxeT1C({ target: __sveltets_2_any(), props: {      "label":words.duration,"value":ticking,"figures":true,"readonly":true,"tabindex":-1,}});}
  }
   { const $$_eciohC1C = __sveltets_2_ensureComponent(Choice); new $$_eciohC1C({ target: __sveltets_2_any(), props: {        "label":words.priority,"value":draft.priority ?? 'none',"options":priorities,"onpick":pickPriority,}});}
   { const $$_dleiFgaT1C = __sveltets_2_ensureComponent(TagField); const $$_dleiFgaT1 = new $$_dleiFgaT1C({ target: __sveltets_2_any(), props: {      tags:draft.tags,"problem":problems.tags,onedit,}});/*Ωignore_startΩ*/() => draft.tags = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFgaT1.$$bindings = 'tags';}
 }
if(draft.voicemail){
   { svelteHTML.createElement("div", { "class":`row`,});
     { const $$_dleiFtxeT1C = __sveltets_2_ensureComponent(TextField); const $$_dleiFtxeT1 = new $$_dleiFtxeT1C({ target: __sveltets_2_any(), props: {                 "label":messages.voicemail.link,"hint":messages.voicemail.linkHint,"problem":problems.recordingUrl,"type":`url`,"placeholder":messages.voicemail.linkPlaceholder,value:draft.voicemail.recordingUrl,"maxlength":LIMITS.link,"oninput":onedit,}});/*Ωignore_startΩ*/() => draft.voicemail.recordingUrl = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT1.$$bindings = 'value';}
     { const $$_dleiFtxeT1C = __sveltets_2_ensureComponent(TextField); const $$_dleiFtxeT1 = new $$_dleiFtxeT1C({ target: __sveltets_2_any(), props: {           "label":messages.voicemail.location,"hint":messages.voicemail.optional,value:draft.voicemail.location,"maxlength":LIMITS.location,"oninput":onedit,}});/*Ωignore_startΩ*/() => draft.voicemail.location = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT1.$$bindings = 'value';}
   }
}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CallFields__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CallFields__SvelteComponent_ = ReturnType<typeof CallFields__SvelteComponent_>;
/*Ωignore_endΩ*/export default CallFields__SvelteComponent_;