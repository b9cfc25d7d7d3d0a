///<reference types="svelte" />
;
import { messages } from '../../preload/messages/index.ts'
import { takeFiles } from '../state/intake.svelte.ts';
function $$render() {

  
  

  /** How many elements deep the drag is: leave events of children don't end it. */
  let depth = $state(0)
  const hasFiles = (event: DragEvent): boolean => event.dataTransfer?.types.includes('Files') ?? false

  function entered(event: DragEvent): void {
    event.preventDefault()
    if (hasFiles(event)) depth += 1
  }
  function left(): void {
    depth = Math.max(0, depth - 1)
  }
  function over(event: DragEvent): void {
    event.preventDefault()
    if (event.dataTransfer) event.dataTransfer.dropEffect = hasFiles(event) ? 'copy' : 'none'
  }
  function dropped(event: DragEvent): void {
    event.preventDefault()
    depth = 0
    const files = [...(event.dataTransfer?.files ?? [])]
    if (files.length > 0) void takeFiles(files)
  }
  function pasted(event: ClipboardEvent): void {
    const files = [...(event.clipboardData?.files ?? [])]
    if (files.length === 0) return
    event.preventDefault()
    void takeFiles(files)
  }
;
async () => {

 { svelteHTML.createElement("svelte:window", {          "ondragenter":entered,"ondragleave":left,"ondragover":over,"ondrop":dropped,"onpaste":pasted,});}

if(depth > 0){ { svelteHTML.createElement("div", { "class":`catch`,}); { svelteHTML.createElement("span", {});messages.voicemail.dropNow; } }}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const DropCatcher__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type DropCatcher__SvelteComponent_ = ReturnType<typeof DropCatcher__SvelteComponent_>;
/*Ωignore_endΩ*/export default DropCatcher__SvelteComponent_;