import DefaultTheme from 'vitepress/theme';
import EdgeCases from './EdgeCases.vue';
import Kinds from './Kinds.vue';
import './style.css';

export default {
  extends: DefaultTheme,
  enhanceApp({ app }) {
    app.component('EdgeCases', EdgeCases);
    app.component('Kinds', Kinds);
  },
};
