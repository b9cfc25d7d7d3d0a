///<reference types="svelte" />
;
import { messages } from '../../preload/messages/index.ts'
import { calls } from '../state/calls.svelte.ts'
import { desk } from '../state/desk.ts'
import { session } from '../state/session.svelte.ts'
import { timeOfDay } from '../state/words.ts'
import Banner from './Banner.svelte';
function $$render() {

  
  
  
  
  
  

  const words = messages.banner
  let read = $state(false)

  function tryNow(): void {
    const first = calls.items.find((item) => item.state.is === 'waiting')
    if (first) void desk.calls.sendNow(first.id)
  }
;
async () => {

if(session.storage){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {    "tone":`bad`,"text":words.storage,}});}
} else if (session.broughtBack){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {       "text":words.broughtBack(session.broughtBack),"action":words.dismiss,"onaction":() => (session.broughtBack = null),}});}
} else if (session.trouble || session.sending.state === 'signIn'){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {        "tone":`bad`,"text":words.signIn,"action":words.signInNow,"onaction":() => (session.signingIn = true),}});}
} else if (session.sending.state === 'offline'){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {      "text":words.offline,"action":words.tryNow,"onaction":tryNow,}});}
} else if (session.sending.state === 'paused' && session.sending.until){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {  "text":words.paused(timeOfDay(session.sending.until)),}});}
} else if (session.account?.keptIn === 'session' && !session.account.demo && !read){
   { const $$_rennaB0C = __sveltets_2_ensureComponent(Banner); new $$_rennaB0C({ target: __sveltets_2_any(), props: {      "text":messages.signIn.sessionOnly,"action":words.dismiss,"onaction":() => (read = true),}});}
}
};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const StateBanner__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type StateBanner__SvelteComponent_ = ReturnType<typeof StateBanner__SvelteComponent_>;
/*Ωignore_endΩ*/export default StateBanner__SvelteComponent_;