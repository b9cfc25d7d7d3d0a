///<reference types="svelte" />
;
import { messages } from '../../../preload/messages/index.ts'
import KindIcon from '../../parts/KindIcon.svelte'
import { calls } from '../../state/calls.svelte.ts'
import { desk } from '../../state/desk.ts'
import { tellOpened } from '../../state/opened.ts'
import { dayAndTime } from '../../state/words.ts';

;type $$ComponentProps =  { callerId: number | null };function $$render() {

  
  
  
  
  
  

  let { callerId }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props()

  const MOST = 6
  const words = messages.form
  /** This caller's calls once somebody is recognised, else simply the latest. */
  const recent = $derived(calls.items.filter((item) => callerId === null || item.callerId === callerId).slice(0, MOST))

  async function open(id: string): Promise<void> {
    tellOpened(await desk.calls.openTicket(id))
  }
;
async () => {

if(recent.length > 0){
   { svelteHTML.createElement("section", {   "class":`recent`,"aria-label":callerId === null ? words.latestCalls : words.earlierCalls,});
     { svelteHTML.createElement("h2", {});callerId === null ? words.latestCalls : words.earlierCalls; }
     { svelteHTML.createElement("ul", {});
         for(let item of __sveltets_2_ensureArray(recent)){item.id;
         { svelteHTML.createElement("li", {});
           { svelteHTML.createElement("button", {       "type":`button`,"disabled":item.state.is !== 'sent',"title":item.subject,"onclick":() => open(item.id),});
             { const $$_nocIdniK4C = __sveltets_2_ensureComponent(KindIcon); new $$_nocIdniK4C({ target: __sveltets_2_any(), props: {  "kind":item.kind,}});}
             { svelteHTML.createElement("span", {   "class":`subject cut`,"dir":`auto`,});item.subject; }
             { svelteHTML.createElement("span", { "class":`when num`,});dayAndTime(item.startedAt); }
           }
         }
      }
     }
   }
}


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const RecentCalls__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type RecentCalls__SvelteComponent_ = ReturnType<typeof RecentCalls__SvelteComponent_>;
/*Ωignore_endΩ*/export default RecentCalls__SvelteComponent_;