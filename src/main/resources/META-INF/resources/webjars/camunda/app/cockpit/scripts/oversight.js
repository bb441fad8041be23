/*
 * 督办监控: what the admin looks at first. The community edition shows no overdue work at all; these pages read our own ledger and lead
 * to the process instances.
 */

const PAGE = 15;

async function read(path) {
    const answer = await fetch('/api/oversight' + path, {headers: {Accept: 'application/json'}, signal: AbortSignal.timeout(30000)})
        .catch(() => { throw new Error('网络不通或系统繁忙，暂时读不到，请刷新页面再试。'); });
    const body = await answer.json().catch(() => ({}));
    if (!answer.ok) throw new Error(body.detail || '暂时读不到，请刷新页面再试。');
    return body;
}

function h(name, attributes, ...children) {
    const element = document.createElement(name);
    for (const [key, value] of Object.entries(attributes || {})) {
        if (key.startsWith('on')) element.addEventListener(key.slice(2), value);
        else if (value !== null && value !== undefined) element.setAttribute(key, value);
    }
    element.append(...children.flat(Infinity).filter(child => child !== null && child !== undefined && child !== false));
    return element;
}

const day = date => date.replace(/^(\d+)-0?(\d+)-0?(\d+)/, '$1年$2月$3日');
/** Of our own ledger, whose clock is the bureau's. */
const moment = at => day(at.slice(0, 10)) + ' ' + at.slice(11, 16);
const instancePage = id => '#/process-instance/' + id + '/runtime?tab=oversight-matter';
const instanceLink = (id, words) => id ? h('a', {href: instancePage(id)}, words) : h('span', {class: 'ov-quiet'}, '没有在办流程');
const page = (path, words) => h('a', {href: path, target: '_blank', rel: 'noopener'}, words);

/** Fills a place, and says why where it cannot. */
async function into(place, fill) {
    place.replaceChildren(h('p', {class: 'ov-quiet'}, '正在读取……'));
    try {
        place.replaceChildren(...[await fill()].flat());
    } catch (error) {
        place.replaceChildren(h('p', {class: 'ov-error', role: 'alert'}, error.message));
    }
    place.dispatchEvent(new Event('filled', {bubbles: true}));
}

function table(heads, rows, empty) {
    if (!rows.length) return h('p', {class: 'ov-quiet'}, empty);
    return h('table', {class: 'ov-table cam-table table'}, h('thead', {}, h('tr', {}, heads.map(head => h('th', {}, head)))), h('tbody', {}, rows.map(cells => h('tr', {}, cells.map((cell, n) => h('td', {'data-label': heads[n]}, cell))))));
}

/** A list that is turned page by page. */
function paged(load, lay) {
    const place = h('div');
    const show = number => into(place, async () => {
        const listing = await load(number);
        const last = Math.max(0, Math.ceil(listing.total / listing.size) - 1);
        const turn = (to, words) => h('button', {type: 'button', class: 'btn btn-default btn-sm', disabled: to < 0 || to > last ? '' : null, onclick: () => show(to)}, words);
        return [lay(listing), listing.total > listing.size ? h('p', {class: 'ov-turn'}, turn(number - 1, '上一页'), ' 第' + (number + 1) + '页，共' + (last + 1) + '页，' + listing.total + '条 ', turn(number + 1, '下一页')) : null].filter(each => each);
    });
    show(0);
    return place;
}

// the parts ---------------------------------------------------------------------------------------------------------

function lateTasks(counts) {
    let department = '', stage = '';
    const place = h('div');
    const show = () => place.replaceChildren(paged(
        number => read('/late-tasks?page=' + number + '&size=' + PAGE + '&department=' + encodeURIComponent(department) + '&stage=' + stage),
        listing => table(['任务', '科室', '环节', '整改时限', '超期', '最近一次督办', '下一级', '流程'], listing.content.map(task => [
            [page('/tasks/' + encodeURIComponent(task.taskNumber), task.title), h('div', {class: 'ov-quiet'}, task.taskNumber)], task.departmentName, task.stage, day(task.deadline),
            h('strong', {class: 'ov-bad'}, task.overdueDays + '天'), task.lastStep || '尚未督办', task.nextStep, instanceLink(task.instance, '打开流程')]), '没有符合条件的超期任务。')));
    const choice = (label, counted, take) => h('label', {}, label + ' ', h('select', {class: 'form-control', onchange: event => { take(event.target.value); show(); }},
        h('option', {value: ''}, '全部'), counted.map(each => h('option', {value: each.code}, each.name + '（' + each.count + '）'))));
    show();
    return [h('p', {class: 'ov-filters'}, choice('科室', counts.departments, value => { department = value; }), choice('环节', counts.stages, value => { stage = value; })), place];
}

function missingReports() {
    return paged(number => read('/missing-reports?page=' + number + '&size=' + PAGE), listing => table(['案件', '报告期', '科室', '应报日期', '逾期'], listing.content.map(report => [
        report.caseNumber, page('/cases/' + [report.caseNumber, 'reports', report.period, report.department].map(encodeURIComponent).join('/'), report.periodName), report.departmentName, day(report.dueOn),
        h('strong', {class: 'ov-bad'}, report.overdueDays + '天')]), '没有逾期未报的半月报告。'));
}

function failedDeliveries(failed) {
    return table(['提醒', '失败原因', '流程'], Object.entries(failed).map(([key, delivery]) => [key, delivery.lastFailure || '', instanceLink(delivery.instance, '打开流程，重试')]), '没有停下来的发送。');
}

/** As last night found it; a big case takes its time, so it is held against the engine anew only when somebody asks. */
function reconciliations(cases) {
    return table(['案件', '阶段', '台账核对'], cases.map(each => {
        const reconciliation = '/cases/' + encodeURIComponent(each.caseNumber) + '/reconciliation';
        const verdict = exceptions => exceptions ? [h('strong', {class: 'ov-bad'}, '✗ ' + exceptions + '处不符 '), page(reconciliation, '查看')] : [h('span', {class: 'ov-good'}, '✓ 台账与流程一致')];
        const result = h('span', {}, ...(each.night ? [...verdict(each.night.exceptions), ' ', h('small', {}, moment(each.night.reconciledAt))] : ['今晚首次自动核对']));
        const check = h('button', {type: 'button', class: 'btn btn-default btn-sm', onclick: () => into(result, async () => {
            const answer = await fetch('/api' + reconciliation);
            if (!answer.ok) throw new Error('核对没有完成，请稍后再试。');
            const found = await answer.json();
            return verdict(found.rules.flatMap(rule => rule.exceptions).length);
        })}, '现在核对');
        return [page('/cases/' + encodeURIComponent(each.caseNumber), each.title), each.stage, [check, ' ', result]];
    }), '没有在办的案件。');
}

const sum = counts => counts.reduce((total, each) => total + each.count, 0);

/** Leads to its list, which on the page of lists is further down. */
function tile(list, number, words, bad) {
    return h('a', {class: 'ov-tile' + (bad && number > 0 ? ' ov-alarm' : ''), href: '#/oversight?list=' + list, onclick: event => {
        const there = document.getElementById('ov-' + list);
        if (!there) return;
        event.preventDefault();
        there.scrollIntoView();
    }}, h('strong', {}, String(number)), h('span', {}, words));
}

function tiles(overview) {
    return h('div', {class: 'ov-tiles'}, tile('late', overview.late.total, '超期任务', true), tile('missing', sum(overview.missingReports), '逾期未报', true), tile('failed', Object.keys(overview.failed).length, '提醒发送失败', true),
        tile('cases', overview.cases.filter(each => each.night && each.night.exceptions).length, '台账不符的案件', true), tile('cases', overview.cases.length, '在办案件'));
}

/** Cockpit's own pages begin with this; it also has the person called by name. */
function titled(title) {
    window.angular?.element(document.body).injector()?.get('page').titleSet(title);
}

function bars(counts) {
    const most = Math.max(...counts.map(each => each.count));
    return h('ul', {class: 'ov-bars'}, counts.slice(0, 8).map(each => h('li', {}, h('span', {}, each.name), h('meter', {min: 0, max: most, value: each.count}), h('b', {}, String(each.count)))));
}

// where they stand --------------------------------------------------------------------------------------------------

const dashboard = {
    id: 'oversight-dashboard',
    pluginPoint: 'cockpit.dashboard',
    label: '督办监控',
    priority: 1000,
    render(node) {
        const place = h('div', {class: 'ov'});
        node.append(h('section', {class: 'ov'}, h('h3', {}, '督办监控'), place));
        into(place, async () => {
            const overview = await read('');
            return [tiles(overview), overview.late.total ? h('div', {class: 'ov-two'}, h('div', {}, h('h4', {}, '超期任务按科室'), bars(overview.late.departments)), h('div', {}, h('h4', {}, '超期任务按环节'), bars(overview.late.stages))) : null,
                h('p', {}, h('a', {href: '#/oversight'}, '逐项查看 ›'))].filter(each => each);
        });
    }
};

const navigation = {id: 'oversight', pluginPoint: 'cockpit.navigation', label: '督办监控', pagePath: '#/oversight', path: '/oversight', checkActive: address => address.includes('#/oversight'), priority: 100, render: null};

const route = {
    id: 'oversight-page',
    pluginPoint: 'cockpit.route',
    priority: 10,
    properties: {path: '/oversight'},
    render(node) {
        titled('督办监控');
        const place = h('div');
        node.append(h('div', {class: 'ov ov-page'}, h('h2', {}, '督办监控'), place));
        const asked = new URLSearchParams(location.hash.split('?')[1]).get('list');
        const show = () => document.getElementById('ov-' + asked)?.scrollIntoView();
        if (asked) place.addEventListener('filled', show);
        // the lists above it come later; whoever has begun to read is left alone
        ['wheel', 'pointerdown', 'keydown'].forEach(touched => node.addEventListener(touched, () => place.removeEventListener('filled', show), {once: true}));
        into(place, async () => {
            const overview = await read('');
            const part = (list, title, ...content) => h('section', {id: 'ov-' + list}, h('h3', {}, title), ...content.flat());
            return [tiles(overview), part('late', '超期任务', lateTasks(overview.late)), part('missing', '逾期未报的半月报告', missingReports()), part('failed', '发送失败的提醒', failedDeliveries(overview.failed)), part('cases', '台账核对', reconciliations(overview.cases))];
        });
    }
};

const LIGHTS = {RED: '▲ 已超期', YELLOW: '◆ 即将到期', BLUE: '■ 临期提醒', GREEN: '● 正常', DONE: '✓ 已销号', PAUSED: '‖ 暂停计时'};

const light = task => LIGHTS[task.light] ? h('span', {class: 'ov-light ov-' + task.light}, LIGHTS[task.light]) : '';

/** On a case's instance its tasks' instances; on any other of a task's the way back. */
const matter = {
    id: 'oversight-matter',
    pluginPoint: 'cockpit.processInstance.runtime.tab',
    label: '整改任务',
    priority: 20,
    render(node, {processInstanceId}) {
        const place = h('div', {class: 'ov'});
        node.append(place);
        into(place, async () => {
            const found = await read('/instances/' + processInstanceId + '?size=' + PAGE);
            const head = h('p', {}, page(found.address, found.title), h('span', {class: 'ov-quiet'}, '　' + found.key + '，' + found.stage));
            const left = days => days === null ? null : days < 0 ? h('strong', {class: 'ov-bad'}, '超期' + -days + '天') : h('span', {class: 'ov-quiet'}, days === 0 ? '今天到期' : '还有' + days + '天');
            const deadline = task => task.deadline ? [day(task.deadline), ' ', left(task.daysLeft), task.putOffTo ? h('div', {class: 'ov-quiet'}, '逢休息日，顺延至' + day(task.putOffTo).slice(5)) : null] : '';
            if (found.task) head.append(h('div', {}, light(found.task), '　整改时限：', deadline(found.task), '　最近一次督办：' + (found.task.lastStep || '无')));
            else Object.entries(found.reports).forEach(([status, count]) => head.append(h('div', {}, page(found.address + '/reports', '半月报告' + status + count + '份'))));
            if (!found.tasks) return [head, h('p', {}, found.caseInstance ? h('a', {href: instancePage(found.caseInstance)}, '‹ 回到案件' + found.caseNumber + '的流程') : '案件' + found.caseNumber + '的流程已经结束。')];
            return [head, paged(number => number === 0 ? Promise.resolve(found.tasks) : read('/instances/' + processInstanceId + '?size=' + PAGE + '&page=' + number).then(each => each.tasks),
                listing => table(['灯色', '任务', '科室', '环节', '整改时限', '最近一次督办', '流程'], listing.content.map(task => [light(task),
                    [page('/tasks/' + encodeURIComponent(task.taskNumber), task.title), h('div', {class: 'ov-quiet'}, task.taskNumber)], task.departmentName, task.stage, deadline(task), task.lastStep || '—', instanceLink(task.instance, '打开流程')]), '还没有下达任务。'))];
        });
    }
};

export default [dashboard, navigation, route, matter];
