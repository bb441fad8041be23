/* What 待办中心, 流程监控, 系统管理 and 首页 of the platform have in common; their config.js waits for it before anything is shown. */

/** The only language there is, whatever a browser prefers. */
export const locales = {availableLocales: ['zh-CN'], fallbackLocale: 'zh-CN'};

export async function prepare(app) {
    // A screen reader pronounces what the page says it speaks.
    document.documentElement.lang = 'zh-CN';
    loginIsOurs();
    translateTheRest();
    await haveWords('/camunda/app/' + app + '/locales/');
}

/** One login for everything: the webapp's own login view leads to ours. */
function loginIsOurs() {
    const toOurs = () => {
        if (location.hash.startsWith('#/login')) location.assign('/login');
    };
    addEventListener('hashchange', toOurs);
    toOurs();
}

/** Written into the webapps' own pages, where their files of words do not reach. */
const LEFT_IN_ENGLISH = {'null': '无', 'Actions': '操作', 'Toggle this section': '收起或展开', 'zoom in': '放大', 'zoom out': '缩小', 'reset zoom': '恢复原大小', 'Jonny': '', 'Prosciutto': '', 'j.prosciutto@acme.org': ''};
const ENGLISH = new Set(Object.keys(LEFT_IN_ENGLISH));

function translateTheRest() {
    const translate = root => {
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        for (let text = texts.nextNode(); text; text = texts.nextNode()) {
            if (ENGLISH.has(text.data.trim()) && !text.parentElement.closest('script, textarea')) text.data = LEFT_IN_ENGLISH[text.data.trim()];
        }
        [root, ...root.querySelectorAll('[title], [placeholder], [aria-label]')].forEach(element => ['title', 'placeholder', 'aria-label'].forEach(name => {
            if (ENGLISH.has(element.getAttribute(name))) element.setAttribute(name, LEFT_IN_ENGLISH[element.getAttribute(name)]);
        }));
    };
    new MutationObserver(changes => changes.forEach(change => change.addedNodes.forEach(node => {
        if (node.nodeType === Node.ELEMENT_NODE) translate(node);
    }))).observe(document.body, {childList: true, subtree: true});
}

/**
 * The webapp fetches its words while it draws, and shows the names of those that are late; on the next visit it shows what it fetched on the last one.
 * So they are put where it looks first.
 */
async function haveWords(place) {
    try {
        const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
        kept[place + '_locales_data_zh-CN_' + window.bust] = await (await fetch(place + 'zh-CN.json?bust=' + window.bust)).text();
        localStorage.setItem('camunda-web', JSON.stringify(kept));
    } catch (unreachable) {
        console.warn(unreachable);
    }
}
