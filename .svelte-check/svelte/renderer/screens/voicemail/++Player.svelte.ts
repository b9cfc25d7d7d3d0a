///<reference types="svelte" />
;
import Pause from '@lucide/svelte/icons/pause'
import Play from '@lucide/svelte/icons/play'
import { Slider } from 'bits-ui'
import { showDuration } from '../../../preload/durations.ts'
import type { Recording } from '../../../preload/intake.ts'
import { messages } from '../../../preload/messages/index.ts';

;type $$ComponentProps =  { recording: Recording };function $$render() {

  
  
  
  
  
  

  let { recording }:/*Ωignore_startΩ*/$$ComponentProps/*Ωignore_endΩ*/ = $props()

  const words = messages.voicemail
  let audio: HTMLAudioElement | undefined = $state()
  let paused = $state(true)
  let position = $state(0)
  let length = $state(0)
  let failed = $state(false)
  const known = $derived(Number.isFinite(length) && length > 0)

  function toggle(): void {
    if (paused) void audio?.play().catch(() => (failed = true))
    else audio?.pause()
  }

  function pressed(event: KeyboardEvent): void {
    if (event.code !== 'Space' || !event.ctrlKey) return
    event.preventDefault()
    toggle()
  }

  function seek(to: number): void {
    position = to
  }
;
async () => {

 { svelteHTML.createElement("svelte:window", {  "onkeydown":pressed,});}

if(!recording.plays){
   { svelteHTML.createElement("p", { "class":`player note`,});words.cannotPlay(messages.problems.codec(recording.codec)); }
} else if (failed){
   { svelteHTML.createElement("p", {   "class":`player note bad`,"role":`alert`,});words.playFailed; }
}else{
   { svelteHTML.createElement("div", { "class":`player`,});
     { const $$_audio1 = svelteHTML.createElement("audio", {            "src":`app://aftercall/recordings/${recording.sha256}`,"preload":`metadata`,"bind:paused":paused,"bind:currentTime":position,"onerror":() => (failed = true),});audio = $$_audio1;/*Ωignore_startΩ*/() => paused = __sveltets_2_any(null);/*Ωignore_endΩ*//*Ωignore_startΩ*/() => position = __sveltets_2_any(null);/*Ωignore_endΩ*/length= $$_audio1.duration; }
     { svelteHTML.createElement("button", {       "type":`button`,"class":`toggle`,"aria-label":paused ? words.play : words.pause,"onclick":toggle,});
      if(paused){ { const $$_yalP2C = __sveltets_2_ensureComponent(Play); new $$_yalP2C({ target: __sveltets_2_any(), props: {      "size":16,"fill":`currentColor`,"aria-hidden":`true`,}});}}else{ { const $$_esuaP2C = __sveltets_2_ensureComponent(Pause); new $$_esuaP2C({ target: __sveltets_2_any(), props: {      "size":16,"fill":`currentColor`,"aria-hidden":`true`,}});}}
     }
     { const $$_tooR_redilS1C = __sveltets_2_ensureComponent(Slider.Root); const $$_tooR_redilS1 = new $$_tooR_redilS1C({ target: __sveltets_2_any(), props: {              children:() => { return __sveltets_2_any(0); },"type":`single`,value:__sveltets_2_get_set_binding(() => position,seek),"max":known ? length : 1,"step":0.1,"disabled":!known,"class":`track-root`,}});$$_tooR_redilS1.$$bindings = 'value';
       { svelteHTML.createElement("span", { "class":`line`,}); { const $$_egnaR_redilS3C = __sveltets_2_ensureComponent(Slider.Range); new $$_egnaR_redilS3C({ target: __sveltets_2_any(), props: {  "class":`track-range`,}});} }
       { const $$_bmuhT_redilS2C = __sveltets_2_ensureComponent(Slider.Thumb); new $$_bmuhT_redilS2C({ target: __sveltets_2_any(), props: {        "index":0,"class":`track-thumb`,"aria-label":words.seek,"aria-valuetext":showDuration(position),}});}
     Slider.Root}
     { svelteHTML.createElement("span", { "class":`time num`,});showDuration(position);  known ? showDuration(length) : '–'; }
   }
}


};
return { props: {} as any as $$ComponentProps, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const Player__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type Player__SvelteComponent_ = ReturnType<typeof Player__SvelteComponent_>;
/*Ωignore_endΩ*/export default Player__SvelteComponent_;