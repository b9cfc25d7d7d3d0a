import '@fontsource-variable/inter/index.css'
import { mount } from 'svelte'
import App from './App.svelte'
import './base.css'
import './tokens.css'

mount(App, { target: document.body })
