///<reference types="svelte" />
;
;type $$ComponentProps =  { keys: string };function $$render() {

  let { keys }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props()
;
async () => {

 { svelteHTML.createElement("kbd", { "aria-hidden":`true`,});keys; }


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Kbd__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Kbd__SvelteComponent_ = ReturnType<typeof Kbd__SvelteComponent_>;
/*Ωignore_endΩ*/export default Kbd__SvelteComponent_;