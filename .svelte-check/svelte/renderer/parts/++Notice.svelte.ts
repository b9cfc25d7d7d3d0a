///<reference types="svelte" />
;
import CircleCheck from '@lucide/svelte/icons/circle-check'
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'
import { notice } from '../state/notice.svelte.ts';
function $$render() {

  
  
  
;
async () => {

 { svelteHTML.createElement("div", {     "class":`place`,"role":`status`,"aria-live":`polite`,});
  if(notice.text !== ''){
    notice.key; {
       { svelteHTML.createElement("div", { "class":['notice', notice.tone],});
        if(notice.tone === 'ok'){ { const $$_kcehCelcriC2C = __sveltets_2_ensureComponent(CircleCheck); new $$_kcehCelcriC2C({ target: __sveltets_2_any(), props: {    "size":16,"aria-hidden":`true`,}});}}else{ { const $$_trelAelgnairT2C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT2C({ target: __sveltets_2_any(), props: {    "size":16,"aria-hidden":`true`,}});}}
        notice.text;
       }
    }
  }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: "", slots: {}, events: {} }}
const Notice__SvelteComponent_ = __sveltets_2_isomorphic_component(__sveltets_2_with_any_event($$render()));
/*Ωignore_startΩ*/type Notice__SvelteComponent_ = InstanceType<typeof Notice__SvelteComponent_>;
/*Ωignore_endΩ*/export default Notice__SvelteComponent_;