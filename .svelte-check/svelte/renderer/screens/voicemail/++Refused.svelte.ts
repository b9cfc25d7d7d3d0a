///<reference types="svelte" />
;
import X from '@lucide/svelte/icons/x'
import { messages } from '../../../preload/messages/index.ts'
import { intake } from '../../state/intake.svelte.ts';
function $$render() {

  
  
  

  function dismiss(): void {
    intake.refused = []
  }
;
async () => {

 { svelteHTML.createElement("section", {     "class":`refused`,"role":`alert`,"aria-label":messages.voicemail.refusedTitle(intake.refused.length),});
   { svelteHTML.createElement("ul", {});
        for(let { fileName, why } of __sveltets_2_ensureArray(intake.refused)){let place = 1;place;
       { svelteHTML.createElement("li", {}); { svelteHTML.createElement("b", {     "class":`cut`,"dir":`auto`,"title":fileName,});fileName || messages.voicemail.unnamed; } { svelteHTML.createElement("span", {});messages.problems.refused(why); } }
    }
   }
   { svelteHTML.createElement("button", {     "type":`button`,"aria-label":messages.voicemail.dismiss,"onclick":dismiss,}); { const $$_X2C = __sveltets_2_ensureComponent(X); new $$_X2C({ target: __sveltets_2_any(), props: {    "size":16,"aria-hidden":`true`,}});} }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const Refused__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type Refused__SvelteComponent_ = InstanceType<typeof Refused__SvelteComponent_>;
/*Ωignore_endΩ*/export default Refused__SvelteComponent_;