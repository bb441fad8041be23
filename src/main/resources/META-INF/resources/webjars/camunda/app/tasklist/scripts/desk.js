/*
 * What a desk has and Tasklist has not: what is due first on top, the whole file beside the form, a number on every pile, a way back from
 * the item to the pile, and the next item when one is done.
 */

import {daysLeft, dueDays, inWords} from '/assets/days.js';

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

setInterval(() => count(), TELL_AGAIN);
addEventListener('hashchange', () => setTimeout(() => count(), 500));
setTimeout(() => count(), 1000);
// What is claimed goes from one pile to another.
document.addEventListener('click', event => { if (event.target.closest?.('.task-card .claim, .task-card .unclaim')) setTimeout(() => count(true), 1000); }, true);

// what the list says of each step -----------------------------------------------------------------------------------

let days;

/** Into an attribute, which user-styles.css shows: Tasklist rewrites its texts as it likes, and no observer here is told. */
function tell(place, name, words) {
    if (words === undefined) delete place.dataset[name];
    else if (place.dataset[name] !== words) place.dataset[name] = words;
}

/** Which of its variables a line is only the filter's label says; one line of the problem is not always all of it. */
function tellCards() {
    document.querySelectorAll('.tasks-list .variable-item').forEach(item => {
        const value = item.querySelector('.variable-value');
        const label = item.querySelector('.variable-label')?.textContent.trim().replace(/:$/, '');
        if (!value || !label) return;
        tell(value, 'says', label);
        if (label === '问题' && value.title !== value.textContent.trim()) value.title = value.textContent.trim();
    });
    document.querySelectorAll('.tasks-list .task').forEach(task => tell(task, 'returned', task.querySelector('[data-says="被退回"]') ? '' : undefined));
}

/** Of a step around a task (配合、延期、受阻、调整) the task's number; other keys say nothing to people, and what they are about stands in the next line. */
function tellNumbers() {
    document.querySelectorAll('.tasks-list .variable-value[data-says="编号"]').forEach(value => {
        const key = value.textContent.trim();
        value.classList.toggle('spelled-for-machines', /^[A-Z0-9-]+:[\w:-]+$|^LS-\d+$/.test(key));
        tell(value, 'number', key.match(/^([A-Z0-9-]+-\d{2,}-\d{2,}):[^:]+$/)?.[1]);
    });
}

/** Tasklist counts hours, says 3天后 where all else says 还有2天, and calls late what is due on a day off. The day stands in its tooltip. */
function tellDays() {
    document.querySelectorAll('.tasks-list .due-date').forEach(place => {
        const [, year, month, day] = /(\d+)年(\d+)月(\d+)日/.exec(place.querySelector('[am-time-ago]')?.getAttribute('uib-tooltip')) || [];
        if (!year || !days) return;
        const due = [year, month.padStart(2, '0'), day.padStart(2, '0')].join('-');
        const left = daysLeft(days, due);
        const putOff = days.putOff[due]?.match(/-0?(\d+)-0?(\d+)/);
        tell(place, 'day', (days.today.startsWith(year) ? '' : year + '年') + month + '月' + day + '日（' + inWords(left) + (putOff ? '，顺延至' + putOff[1] + '月' + putOff[2] + '日' : '') + '）');
        tell(place, 'late', left < 0 ? '' : undefined);
    });
}

function readDays() {
    dueDays().then(read => {
        days = read;
        tellDays();
    }).catch(offline => console.warn(offline));
}

readDays();
setInterval(readDays, TELL_AGAIN);
new MutationObserver(() => { tellCounts(); tellCards(); tellNumbers(); tellDays(); offerTheList(); tellGone(); }).observe(document.body, {childList: true, subtree: true});

// back to the list --------------------------------------------------------------------------------------------------

/** On a phone an open task hides the list; Tasklist closes it when its address does not name it any more. */
const toTheList = Object.assign(document.createElement('button'), {type: 'button', className: 'to-the-list', textContent: '‹ 返回列表'});
toTheList.addEventListener('click', () => {
    const [path, query] = location.hash.slice(1).split('?');
    const shown = new URLSearchParams(query);
    shown.delete('task');
    location.hash = path + '?' + shown;
});

/** Not before Tasklist has put its own columns together. */
function offerTheList() {
    const columns = document.querySelector('.task-card')?.closest('.three-cols-layout-columns');
    if (columns && toTheList.parentElement !== columns) columns.prepend(toTheList);
}

// what is not there any more ----------------------------------------------------------------------------------------

const GONE = '这项待办可能已经办结、撤回或转给他人，请在列表中另选一项';
let gone;
/** The task that the address names, null where it names none. */
const asked = () => new URLSearchParams(location.hash.split('?')[1]).get('task');

/** Tasklist says it in passing, and then asks to choose an item as if nothing had been asked for. */
function tellGone() {
    if (document.querySelector('.page-notifications')?.textContent.includes('该待办已不存在')) gone ??= asked() ?? '';
    const missed = gone !== undefined && !document.querySelector('.task-card');
    tell(document.body, 'gone', missed ? '' : undefined);
    document.querySelectorAll('.no-task').forEach(place => tell(place, 'gone', missed ? GONE : undefined));
}

// Tasklist writes its filter into the address a moment later; only another task makes up for the one that was asked for.
addEventListener('hashchange', () => {
    if (asked() && asked() !== gone) gone = undefined;
    tellGone();
});

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
