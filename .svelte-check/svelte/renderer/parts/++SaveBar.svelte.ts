///<reference types="svelte" />
;
import { tick, type Snippet } from 'svelte'
import type { SaveProblem } from '../../preload/contract.ts'
import type { Draft } from '../../preload/draft.ts'
import { messages } from '../../preload/messages/index.ts'
import { drafts } from '../state/drafts.svelte.ts'
import type { Lookup } from '../state/lookup.svelte.ts'
import { tell } from '../state/notice.svelte.ts'
import { save } from '../state/save.svelte.ts'
import { session } from '../state/session.svelte.ts'
import Button from './Button.svelte'
import Kbd from './Kbd.svelte'
import Switch from './Switch.svelte';
;

  interface Props {
    draft: Draft
    lookup: Lookup
    label: string
    onedit: () => void
    /** Save was pressed: from now on the fields show what is missing. */
    ontried: () => void
    children: Snippet
  };function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  

  let { draft, lookup, label, onedit, ontried, children }: Props = $props()

  const words = messages.form
  let busy = $state(false)
  let trouble = $state('')
  let bar: HTMLElement | undefined = $state()

  // What went wrong with one draft says nothing about the next.
  $effect(() => {
    void draft.id
    trouble = ''
  })

  async function press(): Promise<void> {
    if (busy) return
    busy = true
    trouble = ''
    const saved = draft
    try {
      await lookup.settle()
      const outcome = await save(saved)
      if (outcome.is === 'saved') tell(words.saved)
      if (outcome.is === 'refused') await refuse(outcome.problem)
    } catch {
      trouble = messages.problems.bug
    } finally {
      busy = false
    }
  }

  async function refuse(problem: SaveProblem): Promise<void> {
    if (problem.kind === 'invalid') {
      ontried()
      await tick()
      // The first field that needs something gets the cursor; the sentence stands under it.
      const form = bar?.closest('form')
      const field = form?.querySelector<HTMLElement>('[aria-invalid="true"], .ask.problem + [role="radiogroup"] [role="radio"]')
      field?.focus()
    } else {
      trouble = problem.kind === 'signedOut' ? messages.problems.save.signedOut : messages.problems.storage[problem.kind]
    }
  }

  function pressed(event: KeyboardEvent): void {
    if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.repeat) return
    event.preventDefault()
    void press()
  }

  function flip(openTicket: boolean): void {
    draft.openTicket = openTicket
    onedit()
  }
;
async () => {

 { svelteHTML.createElement("svelte:window", {  "onkeydown":pressed,});}

 { const $$_footer0 = svelteHTML.createElement("footer", { });bar = $$_footer0;
  if(trouble){ { svelteHTML.createElement("p", {   "class":`trouble`,"role":`alert`,});trouble; }}
  if(!drafts.kept){ { svelteHTML.createElement("p", {   "class":`trouble`,"role":`status`,});words.notKept; }}
   { svelteHTML.createElement("div", { "class":`row`,});
     { const $$_hctiwS2C = __sveltets_2_ensureComponent(Switch); new $$_hctiwS2C({ target: __sveltets_2_any(), props: {      "label":words.openTicket,"checked":draft.openTicket,"onflip":flip,}});}
     { svelteHTML.createElement("span", { "class":`grow`,}); }
    ;__sveltets_2_ensureSnippet(children());
     { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"tone":`primary`,"aria-busy":busy,"onclick":press,}});
      label;
       { const $$_dbK3C = __sveltets_2_ensureComponent(Kbd); new $$_dbK3C({ target: __sveltets_2_any(), props: {  "keys":session.platform === 'mac' ? messages.keys.save.mac : messages.keys.save.other,}});}
     Button}
   }
 }


};
return { props: {} as any as Props, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SaveBar__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SaveBar__SvelteComponent_ = ReturnType<typeof SaveBar__SvelteComponent_>;
/*Ωignore_endΩ*/export default SaveBar__SvelteComponent_;