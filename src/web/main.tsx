// The pages start here.
import './client/no-eval.ts';
import './client/older-browsers.ts';
import '@fontsource-variable/inter/wght.css';
import './theme/tokens.css';
import './theme/base.css';
import './ui/kit.css';
import { createRoot } from 'react-dom/client';
import { App } from './App.tsx';
import { reloadKeptPages } from './client/left-behind.ts';
import { applyToPage } from './client/preferences.ts';

applyToPage();
reloadKeptPages(window, () => location.reload());
const root = document.getElementById('root');
if (root !== null) createRoot(root).render(<App />);
