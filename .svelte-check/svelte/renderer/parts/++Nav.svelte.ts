///<reference types="svelte" />
;
import ArrowDownLeft from '@lucide/svelte/icons/arrow-down-left'
import Inbox from '@lucide/svelte/icons/inbox'
import PencilLine from '@lucide/svelte/icons/pencil-line'
import Settings from '@lucide/svelte/icons/settings'
import Voicemail from '@lucide/svelte/icons/voicemail'
import type { Account } from '../../preload/contract.ts'
import { messages } from '../../preload/messages/index.ts'
import { drafts } from '../state/drafts.svelte.ts'
import { screen, show, type ScreenName } from '../state/screen.svelte.ts'
import { session } from '../state/session.svelte.ts'
import Avatar from './Avatar.svelte'
import { accountLine } from './account-line.ts';

;type $$ComponentProps =  { account: Account };function $$render() {
 const place/*Ωignore_positionΩ*/ = (name: ScreenName, label: string, Icon: typeof Inbox, count: number, text: string, bad: boolean)/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
   { svelteHTML.createElement("button", {           "type":`button`,"class":`place`,"aria-current":screen.name === name ? 'page' : undefined,"title":label,"aria-label":count > 0 ? `${label}, ${text}` : label,"onclick":() => show(name),});
     { const $$_nocI1C = __sveltets_2_ensureComponent(Icon); new $$_nocI1C({ target: __sveltets_2_any(), props: {    "size":16,"aria-hidden":`true`,}});}
     { svelteHTML.createElement("span", { "class":`word`,});label; }
    if(count > 0){ { svelteHTML.createElement("span", { "class":['count', 'num', { bad }],});count; }}
   }
};return __sveltets_2_any(0)};
  
  
  
  
  
  
  
  
  
  
  
  

  let { account }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props()

  const words = messages.nav
  const line = $derived(accountLine(session.sending))
  const badge = $derived.by((): { count: number; text: string; bad: boolean } => {
    const { needsYou, waiting } = session.sending
    return needsYou > 0 ? { count: needsYou, text: words.needYou(needsYou), bad: true } : { count: waiting, text: words.waiting(waiting), bad: false }
  })
  const places = $derived([
    { name: 'log', label: words.log, icon: PencilLine, count: 0, text: '', bad: false },
    { name: 'voicemail', label: words.voicemail, icon: Voicemail, count: drafts.voicemails.length, text: words.toReview(drafts.voicemails.length), bad: false },
    { name: 'today', label: words.today, icon: Inbox, ...badge },
  ] as const)
;
async () => {



 { svelteHTML.createElement("nav", { "aria-label":words.label,});
   { svelteHTML.createElement("div", { "class":`brand`,}); { svelteHTML.createElement("span", { "class":`mark`,}); { const $$_tfeLnwoDworrA3C = __sveltets_2_ensureComponent(ArrowDownLeft); new $$_tfeLnwoDworrA3C({ target: __sveltets_2_any(), props: {    "size":20,"aria-hidden":`true`,}});} } { svelteHTML.createElement("span", { "class":`word`,});messages.product; } }
     for(let { name, label, icon, count, text, bad } of __sveltets_2_ensureArray(places)){name;
    ;__sveltets_2_ensureSnippet(place(name, label, icon, count, text, bad));
  }
   { svelteHTML.createElement("span", { "class":`grow`,}); }
  ;__sveltets_2_ensureSnippet(place('settings', words.settings, Settings, 0, '', false));
   { svelteHTML.createElement("div", {   "class":`account`,"title":`${account.agent.name} · ${account.demo ? messages.account.demo : account.subdomain} · ${line.text}`,});
     { const $$_ratavA2C = __sveltets_2_ensureComponent(Avatar); new $$_ratavA2C({ target: __sveltets_2_any(), props: {  "name":account.agent.name,}});}
     { svelteHTML.createElement("div", { "class":`who`,});
       { svelteHTML.createElement("div", {   "class":`name cut`,"dir":`auto`,});account.agent.name; }
       { svelteHTML.createElement("div", {   "class":`state cut`,"role":`status`,});
         { svelteHTML.createElement("span", { "class":['dot', line.tone],}); }
        account.demo ? messages.account.demo : account.subdomain;  line.text;
       }
     }
   }
 }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Nav__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Nav__SvelteComponent_ = ReturnType<typeof Nav__SvelteComponent_>;
/*Ωignore_endΩ*/export default Nav__SvelteComponent_;