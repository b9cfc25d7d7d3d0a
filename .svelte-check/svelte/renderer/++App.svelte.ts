///<reference types="svelte" />
;
import { desk } from './state/desk.ts'
import { followCalls, takeCalls } from './state/calls.svelte.ts'
import { currentCall, followDrafts, takeDrafts } from './state/drafts.svelte.ts'
import { screen } from './state/screen.svelte.ts'
import { followSession, session, takeSession } from './state/session.svelte.ts'
import DropCatcher from './parts/DropCatcher.svelte'
import Nav from './parts/Nav.svelte'
import Notice from './parts/Notice.svelte'
import StateBanner from './parts/StateBanner.svelte'
import LogScreen from './screens/LogScreen.svelte'
import SettingsScreen from './screens/SettingsScreen.svelte'
import SignInScreen from './screens/SignInScreen.svelte'
import TodayScreen from './screens/TodayScreen.svelte'
import VoicemailScreen from './screens/VoicemailScreen.svelte';
function $$render() {

  
  
  
  
  
  
  
  
  
  
  
  
  
  

  const darkness = matchMedia('(prefers-color-scheme: dark)')
  let systemDark = $state(darkness.matches)
  darkness.addEventListener('change', ({ matches }) => (systemDark = matches))

  let shownFor = ''
  void desk.app.start().then((start) => {
    followSession(start)
    shownFor = accountKey
    followDrafts(start.drafts)
    followCalls(start.calls)
  })

  $effect(() => {
    const { theme } = session.settings
    document.documentElement.dataset['theme'] = theme === 'system' ? (systemDark ? 'dark' : 'light') : theme
  })

  // Another account has other drafts and calls.
  const accountKey = $derived(session.account ? `${session.account.subdomain}/${session.account.agent.id}` : '')
  $effect(() => {
    if (!session.started || accountKey === shownFor) return
    shownFor = accountKey
    void desk.app.start().then((start) => {
      takeSession(start)
      takeDrafts(start.drafts)
      takeCalls(start.calls)
    })
  })

  const call = $derived(currentCall())
;
async () => {

if(session.started){
  if(session.account && !session.signingIn){
     { svelteHTML.createElement("div", { "class":`window`,});
       { const $$_vaN1C = __sveltets_2_ensureComponent(Nav); new $$_vaN1C({ target: __sveltets_2_any(), props: {  "account":session.account,}});}
       { svelteHTML.createElement("main", {});
         { const $$_rennaBetatS2C = __sveltets_2_ensureComponent(StateBanner); new $$_rennaBetatS2C({ target: __sveltets_2_any(), props: {}});}
        if(screen.name === 'log' && call){ { const $$_neercSgoL2C = __sveltets_2_ensureComponent(LogScreen); new $$_neercSgoL2C({ target: __sveltets_2_any(), props: {  "draft":call,}});}
        } else if (screen.name === 'voicemail'){ { const $$_neercSliamecioV2C = __sveltets_2_ensureComponent(VoicemailScreen); new $$_neercSliamecioV2C({ target: __sveltets_2_any(), props: {}});}
        } else if (screen.name === 'today'){ { const $$_neercSyadoT2C = __sveltets_2_ensureComponent(TodayScreen); new $$_neercSyadoT2C({ target: __sveltets_2_any(), props: {}});}
        } else if (screen.name === 'settings'){ { const $$_neercSsgnitteS2C = __sveltets_2_ensureComponent(SettingsScreen); new $$_neercSsgnitteS2C({ target: __sveltets_2_any(), props: {}});}
        }
       }
     }
     { const $$_rehctaCporD0C = __sveltets_2_ensureComponent(DropCatcher); new $$_rehctaCporD0C({ target: __sveltets_2_any(), props: {}});}
  }else{
     { const $$_neercSnIngiS0C = __sveltets_2_ensureComponent(SignInScreen); new $$_neercSnIngiS0C({ target: __sveltets_2_any(), props: {}});}
  }
   { const $$_ecitoN0C = __sveltets_2_ensureComponent(Notice); new $$_ecitoN0C({ target: __sveltets_2_any(), props: {}});}
}


};
return { props: {} as Record<string, never>, exports: {}, bindings: __sveltets_$$bindings(''), slots: {}, events: {} }}
const App__SvelteComponent_ = __sveltets_2_fn_component($$render());
/*Ωignore_startΩ*/type App__SvelteComponent_ = ReturnType<typeof App__SvelteComponent_>;
/*Ωignore_endΩ*/export default App__SvelteComponent_;