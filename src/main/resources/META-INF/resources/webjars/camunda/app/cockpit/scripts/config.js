// Replaces the config.js of camunda-webapp-webjar 7.24.0, in which every setting is commented out.
export default {
  app: {
    name: '巡察整改',
    vendor: '整改办'
  },

  locales: {
    availableLocales: ['zh-CN', 'en'],
    fallbackLocale: 'zh-CN'
  },

  customScripts: ['scripts/oversight']
};

// One login for everything: the webapp's own login view leads to ours.
const toOurLogin = () => {
  if (window.location.hash.startsWith('#/login')) window.location.assign('/login');
};
window.addEventListener('hashchange', toOurLogin);
toOurLogin();
