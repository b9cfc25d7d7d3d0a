///<reference types="svelte" />
;
import { messages } from '../../../preload/messages/index.ts'
import KindIcon from '../../parts/KindIcon.svelte'
import { drafts } from '../../state/drafts.svelte.ts'
import { number } from '../../state/words.ts';
function $$render() {

  
  
  
  

  /** What a half-written call is called: its caller, number, or first words. */
  const names = $derived(
    drafts.calls.map((draft) => ({
      id: draft.id,
      kind: draft.kind,
      name:
        (draft.caller.is === 'known' && draft.caller.name) ||
        (draft.theirNumber && number(draft.theirNumber)) ||
        draft.subject ||
        draft.notes.split('\n')[0] ||
        messages.form.untitled,
    })),
  )
;
async () => {

if(names.length > 1){
   { svelteHTML.createElement("nav", {   "class":`strip`,"aria-label":messages.form.drafts,});
       for(let { id, kind, name } of __sveltets_2_ensureArray(names)){id;
       { svelteHTML.createElement("button", {       "type":`button`,"class":`draft`,"aria-current":id === drafts.callId,"onclick":() => (drafts.callId = id),});
         { const $$_nocIdniK2C = __sveltets_2_ensureComponent(KindIcon); new $$_nocIdniK2C({ target: __sveltets_2_any(), props: {   kind,"size":14,}});} { svelteHTML.createElement("span", {   "class":`cut`,"dir":`auto`,});name; }
       }
    }
   }
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DraftStrip__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DraftStrip__SvelteComponent_ = ReturnType<typeof DraftStrip__SvelteComponent_>;
/*Ωignore_endΩ*/export default DraftStrip__SvelteComponent_;