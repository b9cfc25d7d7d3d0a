///<reference types="svelte" />
;
import { AlertDialog } from 'bits-ui'
import Button from './Button.svelte';
;

  interface Props {
    open: boolean
    title: string
    body: string
    confirm: string
    cancel: string
    onconfirm: () => void
  };function $$render() {

  
  

  let { open = $bindable(), title, body, confirm, cancel, onconfirm }: Props = $props()/*Ωignore_startΩ*/;open;/*Ωignore_endΩ*/

  function confirmed(): void {
    open = false
    onconfirm()
  }
;
async () => {

 { const $$_tooR_golaiDtrelA0C = __sveltets_2_ensureComponent(AlertDialog.Root); const $$_tooR_golaiDtrelA0 = new $$_tooR_golaiDtrelA0C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },open,}});/*Ωignore_startΩ*/() => open = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_tooR_golaiDtrelA0.$$bindings = 'open';
   { const $$_latroP_golaiDtrelA1C = __sveltets_2_ensureComponent(AlertDialog.Portal); new $$_latroP_golaiDtrelA1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
     { const $$_yalrevO_golaiDtrelA2C = __sveltets_2_ensureComponent(AlertDialog.Overlay); new $$_yalrevO_golaiDtrelA2C({ target: __sveltets_2_any(), props: {  "class":`confirm-overlay`,}});}
     { const $$_tnetnoC_golaiDtrelA2C = __sveltets_2_ensureComponent(AlertDialog.Content); new $$_tnetnoC_golaiDtrelA2C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"class":`confirm`,}});
       { const $$_eltiT_golaiDtrelA3C = __sveltets_2_ensureComponent(AlertDialog.Title); new $$_eltiT_golaiDtrelA3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"class":`confirm-title`,}});title; AlertDialog.Title}
       { const $$_noitpircseD_golaiDtrelA3C = __sveltets_2_ensureComponent(AlertDialog.Description); new $$_noitpircseD_golaiDtrelA3C({ target: __sveltets_2_any(), props: { children:() => { return __sveltets_2_any(0); },"class":`confirm-body`,}});body; AlertDialog.Description}
       { svelteHTML.createElement("div", { "class":`actions`,});
         { const $$_lecnaC_golaiDtrelA4C = __sveltets_2_ensureComponent(AlertDialog.Cancel); const $$_lecnaC_golaiDtrelA4 = new $$_lecnaC_golaiDtrelA4C({ target: __sveltets_2_any(), props: {child:({ props }) => { async ()/*Ωignore_positionΩ*/ => { { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },...props,}});cancel; Button}};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {child} = $$_lecnaC_golaiDtrelA4.$$prop_def;/*Ωignore_endΩ*/
          
         AlertDialog.Cancel}
         { const $$_noitcA_golaiDtrelA4C = __sveltets_2_ensureComponent(AlertDialog.Action); const $$_noitcA_golaiDtrelA4 = new $$_noitcA_golaiDtrelA4C({ target: __sveltets_2_any(), props: {child:({ props }) => { async ()/*Ωignore_positionΩ*/ => { { const $$_nottuB0C = __sveltets_2_ensureComponent(Button); new $$_nottuB0C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },...props,"tone":`danger`,"onclick":confirmed,}});confirm; Button}};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {child} = $$_noitcA_golaiDtrelA4.$$prop_def;/*Ωignore_endΩ*/
          
         AlertDialog.Action}
       }
     AlertDialog.Content}
   AlertDialog.Portal}
 AlertDialog.Root}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings('open'), slots: {}, events: {} }}
const Confirm__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Confirm__SvelteComponent_ = ReturnType<typeof Confirm__SvelteComponent_>;
/*Ωignore_endΩ*/export default Confirm__SvelteComponent_;