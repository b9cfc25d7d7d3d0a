///<reference types="svelte" />
;
import CircleCheck from '@lucide/svelte/icons/circle-check'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'
import type { Draft } from '../../../preload/draft.ts'
import { messages } from '../../../preload/messages/index.ts'
import KindIcon from '../../parts/KindIcon.svelte'
import { drafts } from '../../state/drafts.svelte.ts'
import { problemsOf } from '../../state/save.svelte.ts'
import { dayAndTime, number } from '../../state/words.ts';
function $$render() {

  
  
  
  
  
  
  
  

  const words = messages.voicemail
  const rows = $derived(drafts.voicemails.map((draft) => ({ draft, complete: problemsOf(draft).length === 0 })))

  function title(draft: Draft): string {
    if (draft.caller.is === 'known' || (draft.caller.is === 'new' && draft.caller.name)) return draft.caller.name
    return draft.theirNumber ? number(draft.theirNumber) : draft.voicemail?.theirName || words.whoCalled
  }

  function facts(draft: Draft): string {
    const when = draft.startedAt ? dayAndTime(draft.startedAt) : ''
    const missing = draft.theirNumber ? when : words.missingNumber
    return [missing, draft.duration, draft.voicemail?.recording?.fileName].filter(Boolean).join(' · ')
  }
;
async () => {

 { svelteHTML.createElement("ul", { "class":`list`,});
     for(let { draft, complete } of __sveltets_2_ensureArray(rows)){draft.id;
     { svelteHTML.createElement("li", {});
       { svelteHTML.createElement("button", {     "type":`button`,"aria-current":draft.id === drafts.voicemailId,"onclick":() => (drafts.voicemailId = draft.id),});
         { const $$_nocIdniK3C = __sveltets_2_ensureComponent(KindIcon); new $$_nocIdniK3C({ target: __sveltets_2_any(), props: {  "kind":`voicemail`,}});}
         { svelteHTML.createElement("span", { "class":`what`,});
           { svelteHTML.createElement("span", {   "class":['title', 'cut', { open: !complete }],"dir":`auto`,});title(draft); }
           { svelteHTML.createElement("span", { "class":['facts', 'num', 'cut', { missing: draft.theirNumber === '' }],});facts(draft); }
         }
        if(complete){
           { svelteHTML.createElement("span", {     "class":`ok`,"role":`img`,"aria-label":words.ready,}); { const $$_kcehCelcriC4C = __sveltets_2_ensureComponent(CircleCheck); new $$_kcehCelcriC4C({ target: __sveltets_2_any(), props: {    "size":16,"aria-hidden":`true`,}});} }
        }else{
           { svelteHTML.createElement("span", {     "class":`wait`,"role":`img`,"aria-label":words.incomplete,}); { const $$_trelAelgnairT4C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT4C({ target: __sveltets_2_any(), props: {    "size":16,"aria-hidden":`true`,}});} }
        }
       }
     }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const VoicemailList__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type VoicemailList__SvelteComponent_ = ReturnType<typeof VoicemailList__SvelteComponent_>;
/*Ωignore_endΩ*/export default VoicemailList__SvelteComponent_;