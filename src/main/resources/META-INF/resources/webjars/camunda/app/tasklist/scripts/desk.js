/*
 * What a desk has and Tasklist has not: what is due first on top, the whole file beside the form, a number on every pile, and the next item
 * when one is done.
 */

const ENGINE = '/camunda/api/engine/engine/default';
const TELL_AGAIN = 60000;
const NOT_SOONER = 15000;

const get = path => fetch(ENGINE + path, {headers: {Accept: 'application/json'}}).then(answer => answer.ok ? answer.json() : Promise.reject(new Error(answer.status)));

// what is due first -------------------------------------------------------------------------------------------------

/** Tasklist takes its order from its address and, where nothing stands there, puts the newest first. Whoever chooses another order has it there. */
function dueFirst() {
    const [path, query] = location.hash.slice(1).split('?');
    const asked = new URLSearchParams(query);
    if (path.length > 1 || asked.has('sorting')) return;
    asked.set('sorting', JSON.stringify([{sortBy: 'dueDate', sortOrder: 'asc'}]));
    history.replaceState(history.state, '', '#/?' + asked);
}

dueFirst();

// nothing on offer that nobody may do -------------------------------------------------------------------------------

/** Most people start no process; the button stands there for those who may. */
get('/process-definition/count?latest=true&active=true&startableInTasklist=true&startablePermissionCheck=true')
    .then(found => document.body.classList.toggle('may-start', found.count > 0)).catch(offline => console.warn(offline));

/** forms.js says of which task one only reads. */
addEventListener('hashchange', () => {
    if (document.body.dataset.reading && !location.hash.includes(document.body.dataset.reading)) delete document.body.dataset.reading;
});

// the whole file ----------------------------------------------------------------------------------------------------

const wholeFile = {
    id: 'whole-file',
    pluginPoint: 'tasklist.task.detail',
    label: '全部档案',
    priority: 500,
    render(node, {taskId}) {
        const frame = document.createElement('iframe');
        frame.title = '全部档案';
        frame.className = 'whole-file';
        frame.src = '/todos/' + taskId + '/matter';
        node.replaceChildren(frame);
    }
};

// a number on every pile --------------------------------------------------------------------------------------------

let counts = new Map();
let countedAt = 0;

function tellCounts() {
    document.querySelectorAll('.task-filters .task-filter h4.name a').forEach(pile => {
        let number = pile.querySelector('.pile-count');
        const name = [...pile.childNodes].filter(each => each.nodeType === Node.TEXT_NODE).map(each => each.data.trim()).join('');
        if (!counts.has(name)) return;
        if (!number) pile.append(number = Object.assign(document.createElement('span'), {className: 'pile-count'}));
        if (number.textContent !== String(counts.get(name))) number.textContent = counts.get(name);
    });
}

/** Counting all piles takes the server a moment, and looking from one item to the next changes none of them. */
async function count(now) {
    if (document.hidden || !document.querySelector('.task-filters') || !now && Date.now() - countedAt < NOT_SOONER) return;
    countedAt = Date.now();
    try {
        counts = new Map((await get('/filter?resourceType=Task&itemCount=true')).map(filter => [filter.name, filter.itemCount]));
        tellCounts();
    } catch (offline) {
        console.warn(offline);
    }
}

/** Keys of what runs around a task say nothing to people; what it is about stands in the next line. */
function hideKeys() {
    document.querySelectorAll('.tasks-list .variable-value').forEach(value => {
        value.classList.toggle('spelled-for-machines', /^[A-Z0-9-]+:[\w:-]+$/.test(value.textContent.trim()));
    });
}

setInterval(() => count(), TELL_AGAIN);
addEventListener('hashchange', () => setTimeout(() => count(), 500));
new MutationObserver(() => { tellCounts(); hideKeys(); }).observe(document.body, {childList: true, subtree: true});
setTimeout(() => count(), 1000);

// the next item -----------------------------------------------------------------------------------------------------

/** forms.js says when an item is done. The list is read anew by Tasklist; its first item that is another one comes next. */
addEventListener('rectification:done', event => {
    setTimeout(() => count(true), 1000);
    let tries = 0;
    const timer = setInterval(() => {
        const next = [...document.querySelectorAll('.tasks-list .task a[href*="task="]')].find(link => !link.href.includes(event.detail));
        const gone = !document.querySelector('.tasks-list .task a[href*="task=' + event.detail + '"]');
        if (gone && next && !/[?&]task=/.test(location.hash)) next.click();
        if (gone || ++tries > 20) clearInterval(timer);
    }, 300);
});

export default [wholeFile];
