///<reference types="svelte" />
;
import { ToggleGroup } from 'bits-ui'
import type { Component } from 'svelte';
function $$render<T extends string>() {

  
  

  interface Props {
    label: string
    value: T
    options: readonly { value: T; label: string; icon?: Component; tone?: 'in' | 'out' | 'vm' }[]
    onpick: (value: T) => void
  }
  let { label, value, options, onpick }: Props = $props()

  /** Pressing the chosen one again keeps it: one is always chosen. */
  function pick(next: string): void {
    if (next !== '' && next !== value) onpick(next as T)
  }
;
async () => {

 { const $$_tooR_puorGelggoT0C = __sveltets_2_ensureComponent(ToggleGroup.Root); const $$_tooR_puorGelggoT0 = new $$_tooR_puorGelggoT0C({ target: __sveltets_2_any(), props: {        children:() => { return __sveltets_2_any(0); },"type":`single`,value:__sveltets_2_get_set_binding(() => value,pick),"aria-label":label,"class":`segments`,}});$$_tooR_puorGelggoT0.$$bindings = 'value';
     for(let option of __sveltets_2_ensureArray(options)){option.value;
     { const $$_metI_puorGelggoT1C = __sveltets_2_ensureComponent(ToggleGroup.Item); new $$_metI_puorGelggoT1C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"value":option.value,"class":['segment', option.tone ?? ''],"aria-label":option.label,}});
      if(option.icon){ { const $$_noci_noitpo2C = __sveltets_2_ensureComponent(option.icon); new $$_noci_noitpo2C({ target: __sveltets_2_any(), props: {    "size":16,"aria-hidden":`true`,}});}}
       { svelteHTML.createElement("span", { "class":`word`,});option.label; }
     ToggleGroup.Item}
  }
 ToggleGroup.Root}


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
class __sveltets_Render<T extends string> {
    props(): ReturnType<typeof $$render<T>>['props'] { return null as any; }
    events(): ReturnType<typeof $$render<T>>['events'] { return null as any; }
    slots(): ReturnType<typeof $$render<T>>['slots'] { return null as any; }
    bindings() { return __sveltets_$$bindings(''); }
    exports() { return {}; }
}

interface $$IsomorphicComponent {
    new <T extends string>(options: import('svelte').ComponentConstructorOptions<ReturnType<__sveltets_Render<T>['props']>>): import('svelte').SvelteComponent<ReturnType<__sveltets_Render<T>['props']>, ReturnType<__sveltets_Render<T>['events']>, ReturnType<__sveltets_Render<T>['slots']>> & { $$bindings?: ReturnType<__sveltets_Render<T>['bindings']> } & ReturnType<__sveltets_Render<T>['exports']>;
    <T extends string>(internal: unknown, props: ReturnType<__sveltets_Render<T>['props']> & {}): ReturnType<__sveltets_Render<T>['exports']>;
    z_$$bindings?: ReturnType<__sveltets_Render<any>['bindings']>;
}
const Segments__SvelteComponent_: $$IsomorphicComponent = null as any;
/*Ωignore_startΩ*/type Segments__SvelteComponent_<T extends string> = InstanceType<typeof Segments__SvelteComponent_<T>>;
/*Ωignore_endΩ*/export default Segments__SvelteComponent_;