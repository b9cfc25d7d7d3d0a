///<reference types="svelte" />
;
import ExternalLink from '@lucide/svelte/icons/external-link'
import type { CallItem } from '../../../preload/contract.ts'
import { showDuration } from '../../../preload/durations.ts'
import { messages } from '../../../preload/messages/index.ts'
import Button from '../../parts/Button.svelte'
import Chip from '../../parts/Chip.svelte'
import KindIcon from '../../parts/KindIcon.svelte'
import { dropCall } from '../../state/calls.svelte.ts'
import { desk } from '../../state/desk.ts'
import { takeBack } from '../../state/drafts.svelte.ts'
import { tell } from '../../state/notice.svelte.ts'
import { tellOpened } from '../../state/opened.ts'
import { show } from '../../state/screen.svelte.ts'
import { dayAndTime, number } from '../../state/words.ts'
import { whatNext } from './what-next.ts';

;type $$ComponentProps =  { item: CallItem };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  
  

  let { item }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props()

  const words = messages.today
  const who = $derived(item.callerName ?? (item.theirNumber ? number(item.theirNumber) : words.withheld))
  const tone = $derived(({ waiting: 'wait', sending: 'info', sent: 'ok', needsYou: 'bad' } as const)[item.state.is])
  const facts = $derived(
    [who, dayAndTime(item.startedAt), item.durationSeconds > 0 ? showDuration(item.durationSeconds) : ''].filter(Boolean).join(' · '),
  )
  const next = $derived(whatNext(item.state, dayAndTime))

  async function correct(): Promise<void> {
    const answer = await desk.calls.correct(item.id)
    if (answer.ok) {
      dropCall(item.id)
      takeBack(answer.value)
      show(answer.value.kind === 'voicemail' ? 'voicemail' : 'log')
      return
    }
    const { kind } = answer.error
    const known = kind === 'alreadySent' || kind === 'sending' || kind === 'gone'
    tell(known ? messages.problems.correct[kind] : messages.problems.storage[kind], 'bad')
  }
;
async () => {

 { svelteHTML.createElement("li", { "class":`call`,});
   { const $$_nocIdniK1C = __sveltets_2_ensureComponent(KindIcon); new $$_nocIdniK1C({ target: __sveltets_2_any(), props: {  "kind":item.kind,}});}
   { svelteHTML.createElement("div", { "class":`what`,});
     { svelteHTML.createElement("div", {     "class":`subject cut`,"dir":`auto`,"title":item.subject,});item.subject; }
     { svelteHTML.createElement("div", {   "class":`facts num cut`,"dir":`auto`,});facts; }
    if(next){ { svelteHTML.createElement("div", { "class":['next', { bad: item.state.is === 'needsYou' }],});next; }}
   }
   { svelteHTML.createElement("div", { "class":`actions`,});
    if(item.callerId !== null){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {         children:() => { return __sveltets_2_any(0); },"size":`s`,"tone":`quiet`,"aria-label":words.openCallerLong(who),"onclick":async () => tellOpened(await desk.calls.openCaller(item.id)),}});
        words.openCaller;
       Button}
    }
    if(item.state.is === 'sent'){
      const { ticketId } = item.state;
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {         children:() => { return __sveltets_2_any(0); },"size":`s`,"tone":`quiet`,"aria-label":words.openTicket(ticketId),"onclick":async () => tellOpened(await desk.calls.openTicket(item.id)),}});
         { svelteHTML.createElement("span", { "class":`num`,});words.ticket(ticketId); } { const $$_kniLlanretxE3C = __sveltets_2_ensureComponent(ExternalLink); new $$_kniLlanretxE3C({ target: __sveltets_2_any(), props: {    "size":14,"aria-hidden":`true`,}});}
       Button}
    } else if (item.state.is === 'needsYou'){
      if(item.state.why.kind !== 'unreadable'){ { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"size":`s`,"onclick":correct,}});words.correct; Button}}
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"size":`s`,"tone":`quiet`,"onclick":() => desk.calls.sendNow(item.id),}});words.sendAgain; Button}
    } else if (item.state.is === 'waiting' && item.state.why !== 'next'){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"size":`s`,"tone":`quiet`,"onclick":() => desk.calls.sendNow(item.id),}});words.tryNow; Button}
    }
     { const $$_pihC2C = __sveltets_2_ensureComponent(Chip); new $$_pihC2C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },tone,}});words.state[item.state.is]; Chip}
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const CallRow__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type CallRow__SvelteComponent_ = ReturnType<typeof CallRow__SvelteComponent_>;
/*Ωignore_endΩ*/export default CallRow__SvelteComponent_;