///<reference types="svelte" />
;
import TriangleAlert from '@lucide/svelte/icons/triangle-alert'
import Button from './Button.svelte';
;

  interface Props {
    text: string
    tone?: 'wait' | 'bad'
    action?: string
    onaction?: () => void
  };function $$render() {

  
  

  let { text, tone = 'wait', action, onaction }: Props = $props()
;
async () => {

 { svelteHTML.createElement("div", {   "class":['banner', tone],"role":`status`,});
   { const $$_trelAelgnairT1C = __sveltets_2_ensureComponent(TriangleAlert); new $$_trelAelgnairT1C({ target: __sveltets_2_any(), props: {    "size":16,"aria-hidden":`true`,}});}
   { svelteHTML.createElement("span", { "class":`text`,});text; }
  if(action){ { const $$_nottuB1C = __sveltets_2_ensureComponent(Button); new $$_nottuB1C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"size":`s`,"onclick":onaction,}});action; Button}}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Banner__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Banner__SvelteComponent_ = ReturnType<typeof Banner__SvelteComponent_>;
/*Ωignore_endΩ*/export default Banner__SvelteComponent_;