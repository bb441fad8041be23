// Replaces the config.js of camunda-webapp-webjar 7.24.0, in which every setting is commented out.
import {locales, prepare} from '/assets/webapps.js';

await prepare('admin');

export default {
  app: {
    name: '系统管理',
    vendor: '巡察整改'
  },

  locales
};
