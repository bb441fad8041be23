/* What 待办中心, 流程监控, 系统管理 and 首页 of the platform have in common; their config.js waits for it before anything is shown. */

const CHOSEN = 'rectification-language';
const CHINESE = 'zh-CN';
const PATIENCE = 5000;

/** Chinese, whatever a browser prefers, until somebody chooses otherwise under his name. */
const language = localStorage.getItem(CHOSEN) === 'en' ? 'en' : CHINESE;
export const locales = {availableLocales: [language], fallbackLocale: language};

export async function prepare(app) {
    // A screen reader pronounces what the page says it speaks.
    document.documentElement.lang = language;
    loginIsOurs();
    leadBack();
    offerTheOtherLanguage();
    if (language === CHINESE) translateTheRest();
    await haveWords('/camunda/app/' + app + '/locales/');
}

/** One login for everything: the webapp's own login view leads to ours, which leads back to where the login ended. */
function loginIsOurs() {
    let leaving = false;
    const toOurs = event => {
        if (!location.hash.startsWith('#/login')) return;
        if (leaving || !event) return location.assign(leaving ? '/login?logout' : '/login?expired');
        // Being asked for the page the server remembers where to lead back; what it does not see, the login page keeps in its own address.
        const place = new URL(event.oldURL);
        fetch(place.pathname, {headers: {Accept: 'text/html'}, redirect: 'manual'}).catch(offline => console.warn(offline)).then(() => location.assign('/login?expired' + place.hash));
    };
    addEventListener('hashchange', toOurs);
    toOurs();
    // What our pages keep in this tab is for one person.
    document.addEventListener('click', event => {
        if (!event.target.closest?.('.account .logout')) return;
        leaving = true;
        sessionStorage.clear();
    }, true);
}

/** The name in the corner leads back to our board; the webapp's own target is the page one is on already. */
function leadBack() {
    document.addEventListener('click', event => {
        if (!event.target.closest?.('.navbar-brand')) return;
        event.preventDefault();
        event.stopPropagation();
        location.assign('/');
    }, true);
}

function offerTheOtherLanguage() {
    new MutationObserver(() => {
        const logout = document.querySelector('.account .dropdown-menu .logout');
        if (!logout || logout.previousElementSibling?.matches('.language')) return;
        const item = document.createElement('li');
        item.className = 'language';
        const link = item.appendChild(document.createElement('a'));
        link.href = '#';
        link.textContent = language === CHINESE ? 'English' : '中文';
        link.addEventListener('click', event => {
            event.preventDefault();
            localStorage.setItem(CHOSEN, language === CHINESE ? 'en' : CHINESE);
            location.reload();
        });
        logout.before(item);
    }).observe(document.body, {childList: true, subtree: true});
}

/** Written into the webapps' own pages, or named there and forgotten in their files of words. */
const LEFT_IN_ENGLISH = new Map(Object.entries({
    'null': '无', 'Actions': '操作', 'Toggle this section': '收起或展开', 'zoom in': '放大', 'zoom out': '缩小', 'reset zoom': '恢复原大小',
    'Admin': '系统管理', 'Cockpit': '流程监控', 'Tasklist': '待办中心', 'CAM_WIDGET_HEADER_TOGGLE_NAVIGATION': '打开菜单', 'Jonny': '', 'Prosciutto': '', 'j.prosciutto@acme.org': ''
}));
// The webapps show everything on the browser's clock; only where that is the bureau's own may it be called so.
if (new Date().getTimezoneOffset() === -8 * 60) LEFT_IN_ENGLISH.set('日期和时间按本机时区显示', '日期和时间均为北京时间');
const NO_SUCH_TASK = /No matching task with id/;
const READ = ['title', 'placeholder', 'aria-label'];

/** Moments as machines write them; without a zone they are of the browser's. */
const MOMENT = /\d{4}-\d{2}-\d{2}T\d{2}:\d{2}(?::\d{2}(?:\.\d+)?)?(?:Z|[+-]\d{2}:?\d{2})?/g;
const CLOCK = new Intl.DateTimeFormat('en-US', {timeZone: 'Asia/Shanghai', hourCycle: 'h23', year: 'numeric', month: 'numeric', day: 'numeric', hour: '2-digit', minute: '2-digit'});

/** 2026年11月21日 09:30, in the bureau's own time. */
function spoken(moment) {
    const at = new Date(moment.replace(/([+-]\d{2})(\d{2})$/, '$1:$2'));
    if (isNaN(at)) return moment;
    const part = Object.fromEntries(CLOCK.formatToParts(at).map(({type, value}) => [type, value]));
    return part.year + '年' + part.month + '月' + part.day + '日 ' + part.hour + ':' + part.minute;
}

function translateTheRest() {
    const text = node => {
        const words = LEFT_IN_ENGLISH.get(node.data.trim()) ?? (NO_SUCH_TASK.test(node.data) ? '可能已经办结或撤回，请在列表中另选一项' : node.data.replace(MOMENT, spoken));
        if (words !== node.data && !node.parentElement?.closest('script, textarea, pre')) node.data = words;
    };
    const attributes = element => READ.forEach(name => {
        const read = element.getAttribute(name);
        const words = LEFT_IN_ENGLISH.get(read) ?? (name === 'title' ? read?.replace(MOMENT, spoken) : undefined);
        if (words !== undefined && words !== read) element.setAttribute(name, words);
    });
    const all = root => {
        const texts = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
        while (texts.nextNode()) text(texts.currentNode);
        [root, ...root.querySelectorAll('[title], [placeholder], [aria-label]')].forEach(attributes);
    };
    new MutationObserver(changes => changes.forEach(change => {
        if (change.type === 'characterData') text(change.target);
        else if (change.type === 'attributes') attributes(change.target);
        else change.addedNodes.forEach(node => {
            if (node.nodeType === Node.ELEMENT_NODE) all(node);
            else if (node.nodeType === Node.TEXT_NODE) text(node);
        });
    })).observe(document.body, {childList: true, subtree: true, characterData: true, attributeFilter: READ});
}

/**
 * The webapp fetches its words while it draws, and shows the names of those that are late; on the next visit it shows what it fetched on the last one.
 * So they are put where it looks first; nothing is drawn before they came, so they are not waited for longer than that.
 */
async function haveWords(place) {
    try {
        const kept = JSON.parse(localStorage.getItem('camunda-web') || '{}');
        const words = await fetch(place + language + '.json?bust=' + window.bust, {signal: AbortSignal.timeout(PATIENCE)});
        if (!words.ok) throw new Error(words.url + ' ' + words.status);
        kept[place + '_locales_data_' + language + '_' + window.bust] = await words.text();
        localStorage.setItem('camunda-web', JSON.stringify(kept));
    } catch (unreachable) {
        console.warn(unreachable);
    }
}
