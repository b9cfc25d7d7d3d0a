///<reference types="svelte" />
;
import { initials } from '../state/words.ts';

;type $$ComponentProps =  { name: string; size?: 'm' | 'l' };function $$render() {

  

  let { name, size = 'm' }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props()
  /** The same person keeps the same colour everywhere. */
  const hue = $derived(['vm', 'out', 'in'][[...name].reduce((sum, letter) => sum + (letter.codePointAt(0) ?? 0), 0) % 3])
;
async () => {

 { svelteHTML.createElement("span", {   "class":['avatar', size, hue],"aria-hidden":`true`,});initials(name) || '?'; }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Avatar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Avatar__SvelteComponent_ = ReturnType<typeof Avatar__SvelteComponent_>;
/*Ωignore_endΩ*/export default Avatar__SvelteComponent_;