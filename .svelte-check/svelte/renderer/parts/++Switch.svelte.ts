///<reference types="svelte" />
;
import { Switch } from 'bits-ui';
;

  interface Props {
    label: string
    checked: boolean
    onflip: (checked: boolean) => void
    /** The label is shown elsewhere, only read out here. */
    labelHidden?: boolean
  };function $$render() {

  

  let { label, checked, onflip, labelHidden = false }: Props = $props()
  const id = $props.id()
;
async () => {

 { svelteHTML.createElement("span", { "class":`switch`,});
   { const $$_tooR_hctiwS1C = __sveltets_2_ensureComponent(Switch.Root); const $$_tooR_hctiwS1 = new $$_tooR_hctiwS1C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },id,checked:__sveltets_2_get_set_binding(() => checked,onflip),"aria-label":label,"class":`track`,}});$$_tooR_hctiwS1.$$bindings = 'checked'; { const $$_bmuhT_hctiwS2C = __sveltets_2_ensureComponent(Switch.Thumb); new $$_bmuhT_hctiwS2C({ target: __sveltets_2_any(), props: {  "class":`thumb`,}});} Switch.Root}
  if(!labelHidden){ { svelteHTML.createElement("label", {   "for":id,"class":`cut`,});label; }}
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Switch__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Switch__SvelteComponent_ = ReturnType<typeof Switch__SvelteComponent_>;
/*Ωignore_endΩ*/export default Switch__SvelteComponent_;