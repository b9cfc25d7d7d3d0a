///<reference types="svelte" />
;
import ArrowDownLeft from '@lucide/svelte/icons/arrow-down-left'
import Lock from '@lucide/svelte/icons/lock'
import { tick } from 'svelte'
import type { SignInProblem } from '../../preload/contract.ts'
import { messages } from '../../preload/messages/index.ts'
import Button from '../parts/Button.svelte'
import Segments from '../parts/Segments.svelte'
import TextField from '../parts/TextField.svelte'
import { session, signIn, tryDemo } from '../state/session.svelte.ts'
import { fieldOf, sentenceOf } from './sign-in/problem.ts';
function $$render() {

  
  
  
  
  
  
  
  
  
  

  const words = messages.signIn
  let address = $state(session.last?.address ?? '')
  let email = $state(session.last?.email ?? '')
  let secret = $state('')
  let method = $state<'token' | 'password'>('token')
  let busy = $state<'signIn' | 'demo' | null>(null)
  let answered = $state<SignInProblem | null>(null)
  /** While the keychain is asked, it may say that it waits for somebody. */
  const problem = $derived(answered ?? session.trouble)
  let addressInput: HTMLInputElement | undefined = $state()
  let secretInput: HTMLInputElement | undefined = $state()

  const field = $derived(problem && fieldOf(problem))
  const sentence = $derived(problem && sentenceOf(problem))
  const methods = [
    { value: 'token', label: words.withToken },
    { value: 'password', label: words.withPassword },
  ] as const
  /** A full address or another host was typed: the suffix would only confuse. */
  const bareName = $derived(/^[a-z0-9-]*$/i.test(address.trim()))

  $effect(() => (session.last ? secretInput : addressInput)?.focus())

  async function submit(event: SubmitEvent): Promise<void> {
    event.preventDefault()
    if (busy) return
    const who = { address, email }
    busy = 'signIn'
    try {
      answered = await signIn(
        method === 'token' ? { ...who, with: 'token', token: secret } : { ...who, with: 'password', password: secret },
      )
    } catch {
      answered = { kind: 'unexpected' }
    }
    busy = null
    await tick()
    if (answered) document.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus()
  }

  async function demo(): Promise<void> {
    if (busy) return
    busy = 'demo'
    answered = await tryDemo()
    busy = null
  }

  function pick(next: 'token' | 'password'): void {
    method = next
    secret = ''
  }
;
async () => {

 { svelteHTML.createElement("main", {});
   { svelteHTML.createElement("form", { "novalidate":true,"onsubmit":submit,});
     { svelteHTML.createElement("div", { "class":`hello`,});
       { svelteHTML.createElement("span", { "class":`mark`,}); { const $$_tfeLnwoDworrA4C = __sveltets_2_ensureComponent(ArrowDownLeft); new $$_tfeLnwoDworrA4C({ target: __sveltets_2_any(), props: {    "size":26,"aria-hidden":`true`,}});} }
       { svelteHTML.createElement("h1", {});session.trouble ? words.again : words.title; }
       { svelteHTML.createElement("p", {});session.trouble ? words.againLead : words.lead; }
     }

     { const $$_dleiFtxeT2C = __sveltets_2_ensureComponent(TextField); const $$_dleiFtxeT2 = new $$_dleiFtxeT2C({ target: __sveltets_2_any(), props: {               "label":words.address,"placeholder":words.addressPlaceholder,"problem":field === 'address' ? (sentence ?? undefined) : undefined,value:address,input:addressInput,"maxlength":200,"autocapitalize":`off`,end:() => { async ()/*Ωignore_positionΩ*/ => {if(bareName){ { svelteHTML.createElement("span", { "class":`suffix`,});words.addressSuffix; }}};return __sveltets_2_any(0)},}});/*Ωignore_startΩ*/() => address = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT2.$$bindings = 'value';/*Ωignore_startΩ*/() => addressInput = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT2.$$bindings = 'input';/*Ωignore_startΩ*/const {end} = $$_dleiFtxeT2.$$prop_def;/*Ωignore_endΩ*/
      
     TextField}
     { const $$_dleiFtxeT2C = __sveltets_2_ensureComponent(TextField); const $$_dleiFtxeT2 = new $$_dleiFtxeT2C({ target: __sveltets_2_any(), props: {             "label":words.email,"placeholder":words.emailPlaceholder,"problem":field === 'email' ? (sentence ?? undefined) : undefined,"type":`email`,value:email,"maxlength":200,}});/*Ωignore_startΩ*/() => email = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT2.$$bindings = 'value';}
     { svelteHTML.createElement("div", { "class":`how`,}); { const $$_stnemgeS3C = __sveltets_2_ensureComponent(Segments); new $$_stnemgeS3C({ target: __sveltets_2_any(), props: {        "label":words.how,"value":method,"options":methods,"onpick":pick,}});} }
     { const $$_dleiFtxeT2C = __sveltets_2_ensureComponent(TextField); const $$_dleiFtxeT2 = new $$_dleiFtxeT2C({ target: __sveltets_2_any(), props: {               "label":method === 'token' ? words.token : words.password,"hint":method === 'token' ? words.tokenHint : undefined,"problem":field === 'secret' ? (sentence ?? undefined) : undefined,"type":`password`,value:secret,input:secretInput,"maxlength":2000,}});/*Ωignore_startΩ*/() => secret = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT2.$$bindings = 'value';/*Ωignore_startΩ*/() => secretInput = __sveltets_2_any(null);/*Ωignore_endΩ*/$$_dleiFtxeT2.$$bindings = 'input';}

    if(sentence && field === 'form'){ { svelteHTML.createElement("p", {   "class":`problem`,"role":`alert`,});sentence; }}
     { svelteHTML.createElement("div", { "class":`go`,});
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {     children:() => { return __sveltets_2_any(0); },"tone":`primary`,"type":`submit`,"aria-busy":busy === 'signIn',}});busy === 'signIn' ? words.busy : words.submit; Button}
     }
    if(session.account){
       { const $$_nottuB2C = __sveltets_2_ensureComponent(Button); new $$_nottuB2C({ target: __sveltets_2_any(), props: {   children:() => { return __sveltets_2_any(0); },"tone":`quiet`,"onclick":() => (session.signingIn = false),}});words.notNow; Button}
    }else{
     { svelteHTML.createElement("div", { "class":`demo`,});
       { const $$_nottuB3C = __sveltets_2_ensureComponent(Button); new $$_nottuB3C({ target: __sveltets_2_any(), props: {       children:() => { return __sveltets_2_any(0); },"tone":`quiet`,"size":`s`,"onclick":demo,"aria-busy":busy === 'demo',}});
        busy === 'demo' ? words.tryDemoBusy : words.tryDemo;
       Button}
       { svelteHTML.createElement("span", {});words.demoHint; }
     }
    }
     { svelteHTML.createElement("p", { "class":`kept`,}); { const $$_kcoL3C = __sveltets_2_ensureComponent(Lock); new $$_kcoL3C({ target: __sveltets_2_any(), props: {    "size":13,"aria-hidden":`true`,}});}words.kept; }
   }
 }


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const SignInScreen__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type SignInScreen__SvelteComponent_ = ReturnType<typeof SignInScreen__SvelteComponent_>;
/*Ωignore_endΩ*/export default SignInScreen__SvelteComponent_;