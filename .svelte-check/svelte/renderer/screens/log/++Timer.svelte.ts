///<reference types="svelte" />
;
import Play from '@lucide/svelte/icons/play'
import Square from '@lucide/svelte/icons/square'
import { timerSeconds, type Draft } from '../../../preload/draft.ts'
import { readDuration, showDuration } from '../../../preload/durations.ts'
import { messages } from '../../../preload/messages/index.ts'
import { withOffset } from '../../../preload/times.ts'
import Button from '../../parts/Button.svelte'
import { clock, watchClock } from '../../state/clock.svelte.ts';

;type $$ComponentProps =  { draft: Draft; onedit: () => void };function $$render() {

  
  
  
  
  
  
  
  

  let { draft, onedit }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props()

  const words = messages.form
  const running = $derived(draft.timerSince !== null)
  const seconds = $derived(draft.timerSince ? timerSeconds(draft.timerSince, clock.now) : (readDuration(draft.duration) ?? 0))
  const shown = $derived(showDuration(seconds).padStart(5, '0'))

  $effect(() => (running ? watchClock() : undefined))

  function start(): void {
    const now = withOffset(new Date())
    draft.timerSince = now
    draft.startedAt = now
    onedit()
  }

  function stop(): void {
    draft.duration = showDuration(timerSeconds(draft.timerSince ?? '', new Date()))
    draft.timerSince = null
    onedit()
  }
;
async () => {

if(running || seconds > 0){
   { svelteHTML.createElement("span", {     "class":['timer', 'num', { running }],"role":`timer`,"aria-label":words.timer,});shown; }
}
if(running){
   { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"onclick":stop,"aria-label":words.stopTimer,}}); { const $$_erauqS1C = __sveltets_2_ensureComponent(Square); new $$_erauqS1C({ target: __sveltets_2_any(), props: {      "size":12,"fill":`currentColor`,"aria-hidden":`true`,}});} { svelteHTML.createElement("span", { "class":`word`,});words.stopTimer; } Button}
}else{
   { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"onclick":start,"aria-label":words.startTimer,}}); { const $$_yalP1C = __sveltets_2_ensureComponent(Play); new $$_yalP1C({ target: __sveltets_2_any(), props: {      "size":12,"fill":`currentColor`,"aria-hidden":`true`,}});} { svelteHTML.createElement("span", { "class":`word`,});words.startTimer; } Button}
}


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Timer__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Timer__SvelteComponent_ = ReturnType<typeof Timer__SvelteComponent_>;
/*Ωignore_endΩ*/export default Timer__SvelteComponent_;