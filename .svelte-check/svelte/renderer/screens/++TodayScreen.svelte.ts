///<reference types="svelte" />
;
import Inbox from '@lucide/svelte/icons/inbox'
import { messages } from '../../preload/messages/index.ts'
import Button from '../parts/Button.svelte'
import { calls } from '../state/calls.svelte.ts'
import { show } from '../state/screen.svelte.ts'
import CallRow from './today/CallRow.svelte';
function $$render() {

  
  
  
  
  
  

  const words = messages.today
  const groups = $derived(
    [
      { title: words.needsYou, items: calls.items.filter((item) => item.state.is === 'needsYou') },
      { title: words.waiting, items: calls.items.filter((item) => item.state.is === 'waiting' || item.state.is === 'sending') },
      { title: words.sent, items: calls.items.filter((item) => item.state.is === 'sent') },
    ].filter(({ items }) => items.length > 0),
  )
;
async () => {

 { svelteHTML.createElement("header", { "class":`top`,}); { svelteHTML.createElement("h1", {});words.title; } }

 { svelteHTML.createElement("div", { "class":`body`,});
     for(let { title, items } of __sveltets_2_ensureArray(groups)){title;
     { svelteHTML.createElement("section", { "aria-label":title,});
       { svelteHTML.createElement("h2", {});title;  items.length; }
       { svelteHTML.createElement("ul", {});
           for(let item of __sveltets_2_ensureArray(items)){item.id; { const $$_woRllaC3C = __sveltets_2_ensureComponent(CallRow); new $$_woRllaC3C({ target: __sveltets_2_any(), props: { item,}});}}
       }
     }
  }
     { svelteHTML.createElement("div", { "class":`empty`,});
       { svelteHTML.createElement("span", { "class":`icon`,}); { const $$_xobnI3C = __sveltets_2_ensureComponent(Inbox); new $$_xobnI3C({ target: __sveltets_2_any(), props: {    "size":24,"aria-hidden":`true`,}});} }
       { svelteHTML.createElement("p", { "class":`title`,});words.empty; }
       { svelteHTML.createElement("p", {});words.emptyHint; }
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"onclick":() => show('log'),}});words.emptyAction; Button}
     }
  
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const TodayScreen__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type TodayScreen__SvelteComponent_ = ReturnType<typeof TodayScreen__SvelteComponent_>;
/*Ωignore_endΩ*/export default TodayScreen__SvelteComponent_;