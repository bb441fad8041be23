// Replaces the config.js of camunda-webapp-webjar 7.24.0, in which every setting is commented out.
import {locales, prepare} from '/assets/webapps.js';

await prepare('welcome');

export default {
  app: {
    name: '首页',
    vendor: '巡察整改'
  },

  locales,

  // The maker's documentation is in English.
  links: []
};
