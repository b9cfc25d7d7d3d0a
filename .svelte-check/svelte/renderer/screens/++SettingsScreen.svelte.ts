///<reference types="svelte" />
;
import { getCountries, type CountryCode } from 'libphonenumber-js'
import type { Settings } from '../../preload/contract.ts'
import { messages } from '../../preload/messages/index.ts'
import Button from '../parts/Button.svelte'
import Segments from '../parts/Segments.svelte'
import Switch from '../parts/Switch.svelte'
import { tell } from '../state/notice.svelte.ts'
import { changeSettings, session, signOut } from '../state/session.svelte.ts'
import { countryName } from '../state/words.ts'
import Setting from './settings/Setting.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  

  const words = messages.settings
  const countries = getCountries()
    .map((code) => ({ code, name: countryName(code) }))
    .sort((a, b) => a.name.localeCompare(b.name, session.locale))
  const themes = (['system', 'light', 'dark'] as const).map((value) => ({ value, label: words.themes[value] }))

  async function change(patch: Partial<Settings>): Promise<void> {
    if (!(await changeSettings(patch))) tell(words.notKept, 'bad')
  }
;
async () => {

 { svelteHTML.createElement("header", { "class":`top`,}); { svelteHTML.createElement("h1", {});words.title; } }

 { svelteHTML.createElement("div", { "class":`body`,});
   { svelteHTML.createElement("h2", {});words.calls; }
   { svelteHTML.createElement("ul", {});
     { const $$_gnitteS2C = __sveltets_2_ensureComponent(Setting); new $$_gnitteS2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"label":words.country,"hint":words.countryHint,}});
       { svelteHTML.createElement("select", {       "aria-label":words.country,"value":session.settings.country,"onchange":(event) => change({ country: event.currentTarget.value as CountryCode }),});
           for(let { code, name } of __sveltets_2_ensureArray(countries)){code; { svelteHTML.createElement("option", { "value":code,});name; }}
       }
     Setting}
     { const $$_gnitteS2C = __sveltets_2_ensureComponent(Setting); new $$_gnitteS2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"label":words.ourNumber,"hint":words.ourNumberHint,}});
       { svelteHTML.createElement("input", {               "class":`num`,"aria-label":words.ourNumber,"value":session.settings.ourNumber,"inputmode":`tel`,"maxlength":60,"placeholder":messages.form.ourPlaceholder,"onchange":(event) => change({ ourNumber: event.currentTarget.value }),});}
     Setting}
     { const $$_gnitteS2C = __sveltets_2_ensureComponent(Setting); new $$_gnitteS2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"label":words.openTicket,"hint":words.openTicketHint,}});
       { const $$_hctiwS3C = __sveltets_2_ensureComponent(Switch); new $$_hctiwS3C({ target: __sveltets_2_any(), props: {        "label":words.openTicket,"labelHidden":true,"checked":session.settings.openTicket,"onflip":(openTicket) => change({ openTicket }),}});}
     Setting}
   }

   { svelteHTML.createElement("h2", {});words.look; }
   { svelteHTML.createElement("ul", {});
     { const $$_gnitteS2C = __sveltets_2_ensureComponent(Setting); new $$_gnitteS2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"label":words.theme,}});
       { const $$_stnemgeS3C = __sveltets_2_ensureComponent(Segments); new $$_stnemgeS3C({ target: __sveltets_2_any(), props: {        "label":words.theme,"value":session.settings.theme,"options":themes,"onpick":(theme) => change({ theme }),}});}
     Setting}
   }

  if(session.account){
     { svelteHTML.createElement("h2", {});words.account; }
     { svelteHTML.createElement("ul", {});
       { const $$_gnitteS2C = __sveltets_2_ensureComponent(Setting); new $$_gnitteS2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"label":words.signedInAs(session.account.agent.email),"hint":words.signOutHint(session.account.demo ? messages.account.demo : `${session.account.subdomain}${messages.signIn.addressSuffix}`),}});
         { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"size":`s`,"onclick":signOut,}});words.signOut; Button}
       Setting}
     }
  }
   { svelteHTML.createElement("p", { "class":`version`,});words.version(session.version); }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const SettingsScreen__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type SettingsScreen__SvelteComponent_ = InstanceType<typeof SettingsScreen__SvelteComponent_>;
/*Ωignore_endΩ*/export default SettingsScreen__SvelteComponent_;