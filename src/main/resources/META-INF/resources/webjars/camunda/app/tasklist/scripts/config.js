// Replaces the config.js of camunda-webapp-webjar 7.24.0, so it restates the shipped shortcuts.
import {locales, prepare} from '/assets/webapps.js';

// Comments nobody may write, and a history that reads them and what only admins may: 全部档案 says more.
document.querySelector('base').setAttribute('cam-exclude-plugins', 'tasklist.task.detail:task-detail-history,tasklist.task.action:task-action-comment');

await prepare('tasklist');

export default {
  app: {
    name: '待办中心',
    vendor: '巡察整改'
  },

  locales,

  customScripts: ['scripts/desk'],

  shortcuts: {
    claimTask: {
      key: 'ctrl+alt+c',
      description: '认领当前选中的待办'
    },
    focusFilter: {
      key: 'ctrl+shift+f',
      description: '转到列表中的第一个筛选夹'
    },
    focusList: {
      key: 'ctrl+alt+l',
      description: '转到列表中的第一项待办'
    },
    focusForm: {
      key: 'ctrl+alt+f',
      description: '转到待办表单的第一个输入框'
    },
    startProcess: {
      key: 'ctrl+alt+p',
      description: '打开发起流程窗口'
    }
  }
};
