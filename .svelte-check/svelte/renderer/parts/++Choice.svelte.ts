///<reference types="svelte" />
;
import ChevronDown from '@lucide/svelte/icons/chevron-down'
import Check from '@lucide/svelte/icons/check'
import { Select } from 'bits-ui'
import Field from './Field.svelte';
function $$render<T extends string>() {
 const list/*Ωignore_positionΩ*/ = (attributes: { id?: string })/*Ωignore_startΩ*/: ReturnType<import('svelte').Snippet>/*Ωignore_endΩ*/ => { async ()/*Ωignore_positionΩ*/ => {
   { const $$_tooR_tceleS0C = __sveltets_2_ensureComponent(Select.Root); const $$_tooR_tceleS0 = new $$_tooR_tceleS0C({ target: __sveltets_2_any(), props: {      children:() => { return __sveltets_2_any(0); },"type":`single`,value:__sveltets_2_get_set_binding(() => value,(next) => onpick(next as T)),"items":[...options],}});$$_tooR_tceleS0.$$bindings = 'value';
     { const $$_reggirT_tceleS1C = __sveltets_2_ensureComponent(Select.Trigger); new $$_reggirT_tceleS1C({ target: __sveltets_2_any(), props: {    children:() => { return __sveltets_2_any(0); },...attributes,"class":`choice`,"aria-label":`${label}: ${chosen?.label ?? ''}`,}});
      if(chosen?.dot){ { svelteHTML.createElement("span", { "class":['dot', chosen.dot],}); }}
       { svelteHTML.createElement("span", { "class":`chosen cut`,});chosen?.label ?? ''; }
       { const $$_nwoDnorvehC2C = __sveltets_2_ensureComponent(ChevronDown); new $$_nwoDnorvehC2C({ target: __sveltets_2_any(), props: {    "size":14,"aria-hidden":`true`,}});}
     Select.Trigger}
     { const $$_latroP_tceleS1C = __sveltets_2_ensureComponent(Select.Portal); new $$_latroP_tceleS1C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
       { const $$_tnetnoC_tceleS2C = __sveltets_2_ensureComponent(Select.Content); new $$_tnetnoC_tceleS2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"class":`options`,"sideOffset":4,}});
         { const $$_tropweiV_tceleS3C = __sveltets_2_ensureComponent(Select.Viewport); new $$_tropweiV_tceleS3C({ target: __sveltets_2_any(), props: {children:() => { return __sveltets_2_any(0); },}});
             for(let option of __sveltets_2_ensureArray(options)){option.value;
             { const $$_metI_tceleS4C = __sveltets_2_ensureComponent(Select.Item); new $$_metI_tceleS4C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"value":option.value,"label":option.label,"class":`option`,}});
              if(option.dot){ { svelteHTML.createElement("span", { "class":['dot', option.dot],}); }}
               { svelteHTML.createElement("span", { "class":`chosen`,});option.label; }
              if(option.value === value){ { const $$_kcehC5C = __sveltets_2_ensureComponent(Check); new $$_kcehC5C({ target: __sveltets_2_any(), props: {    "size":14,"aria-hidden":`true`,}});}}
             Select.Item}
          }
         Select.Viewport}
       Select.Content}
     Select.Portal}
   Select.Root}
};return __sveltets_2_any(0)};
  
  
  
  

  interface Props {
    label: string
    value: T
    options: readonly { value: T; label: string; dot?: 'low' | 'normal' | 'high' | 'urgent' }[]
    onpick: (value: T) => void
    labelHidden?: boolean
  }
  let { label, value, options, onpick, labelHidden = false }: Props = $props()
  const chosen = $derived(options.find((option) => option.value === value))
;
async () => {



if(labelHidden){
  ;__sveltets_2_ensureSnippet(list({}));
}else{
   { const $$_dleiF0C = __sveltets_2_ensureComponent(Field); const $$_dleiF0 = new $$_dleiF0C({ target: __sveltets_2_any(), props: {label,children:({ id }) => { async ()/*Ωignore_positionΩ*/ => {;__sveltets_2_ensureSnippet(list({ id }));};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/const {children} = $$_dleiF0.$$prop_def;/*Ωignore_endΩ*/
    
   Field}
}


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
const Choice__SvelteComponent_: $$IsomorphicComponent = null as any;
/*Ωignore_startΩ*/type Choice__SvelteComponent_<T extends string> = InstanceType<typeof Choice__SvelteComponent_<T>>;
/*Ωignore_endΩ*/export default Choice__SvelteComponent_;