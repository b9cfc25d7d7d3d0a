///<reference types="svelte" />
;
import ArrowDownLeft from '@lucide/svelte/icons/arrow-down-left'
import ArrowUpRight from '@lucide/svelte/icons/arrow-up-right'
import Voicemail from '@lucide/svelte/icons/voicemail'
import type { CallKind } from '../../preload/draft.ts'
import { messages } from '../../preload/messages/index.ts';

;type $$ComponentProps =  { kind: CallKind; size?: number };function $$render() {

  
  
  
  
  

  let { kind, size = 16 }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props()
  const icons = { inbound: ArrowDownLeft, outbound: ArrowUpRight, voicemail: Voicemail }
  const Icon = $derived(icons[kind])
;
async () => {

 { svelteHTML.createElement("span", {     "class":['kind', kind],"role":`img`,"aria-label":messages.form.kinds[kind],}); { const $$_nocI1C = __sveltets_2_ensureComponent(Icon); new $$_nocI1C({ target: __sveltets_2_any(), props: {   size,"aria-hidden":`true`,}});} }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const KindIcon__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type KindIcon__SvelteComponent_ = ReturnType<typeof KindIcon__SvelteComponent_>;
/*Ωignore_endΩ*/export default KindIcon__SvelteComponent_;