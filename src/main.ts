// The front door: starts the app in the page.
import { mount } from 'svelte';
import App from './App.svelte';
import './app.css';
import { boot } from './app/boot.ts';
import { readTheme, showTheme } from './ui/shared/theme.ts';

// Before anything is drawn, so that nothing flashes in the other theme.
showTheme(readTheme());

const target = document.querySelector('#app');
if (!target) throw new Error('The page has no #app element.');
mount(App, { target, props: { booted: boot() } });
