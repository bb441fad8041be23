/*
 * What all forms in Tasklist have in common. A form's HTML says which variables it submits (data-variable, with data-type
 * where it is no text), what must not stay empty (data-required holds the sentence for it) and which facts it shows
 * (data-part); everything else happens here.
 *
 * The forms do without Camunda's own field handling: it prefills a field with what somebody else submitted at a parallel
 * task, and leaves out what equals that. Here every variable of a form is submitted, always.
 */

import {daysLeft, dueDays, inWords} from '/assets/days.js';

const CSRF_COOKIE = 'RECTIFICATION-CSRF';
const DRAFT = 'rectification:';
const DRAFTS_KEPT_DAYS = 60;
const PATIENCE = 5000;
/** A request that is answered no sooner is taken for lost. */
const LOST_AFTER = 30000;
/** A file of which nothing more arrives for so long is taken for stuck. */
const STUCK_AFTER = 60000;
const UNANSWERED_AFTER = 300000;
/** What the engine keeps of a text; as ProcessVariable says. */
const LONGEST_TEXT = 4000;
const UNCLEAR = '网络或系统故障，提交没有生效。您填写的内容已保留，请稍后再试。';

export async function open(camForm) {
    const root = camForm.formElement[0];
    const drafts = new Drafts(camForm);
    delete document.body.dataset.reading;
    const fields = [...root.querySelectorAll('[data-variable]')].map(element => new Field(element, drafts));
    const alert = h('div.rf-alert.rf-refused', {role: 'alert', tabindex: '-1', hidden: ''});
    const form = {root, camForm, drafts, guards: [], pending: []};

    decide(root, fields, drafts);
    unfold(root, fields);
    root.append(alert);

    for (const event of ['input', 'change', 'drop']) root.addEventListener(event, () => { alert.hidden = true; });
    const refuse = sentences => {
        alert.replaceChildren(...sentences.map(sentence => h('div', sentence)));
        alert.hidden = false;
        (root.querySelector('.rf-wrong') || alert).scrollIntoView({block: 'center'});
        alert.focus({preventScroll: true});
    };
    const submitAgain = () => root.isConnected && document.querySelector('.form-actions .btn-primary')?.click();
    camForm.on('submit', () => {
        const unsaved = form.pending.map(pending => pending()).filter(saving => saving);
        if (unsaved.length) {
            camForm.submitPrevented = true;
            Promise.all(unsaved).then(saved => saved.every(each => each)
                ? submitAgain() : refuse(['有内容还没有保存成功，因此没有提交。填写的内容仍在页面上，请看保存状态，稍后再提交。']));
            return;
        }
        const shown = fields.filter(field => field.isShown());
        const lacking = shown.filter(field => field.lacks());
        const objections = form.guards.map(guard => ({box: guard.box, reason: guard()}));
        const reasons = [...lacking.map(field => field.lacks()), ...objections.map(objection => objection.reason).filter(reason => reason)];
        fields.forEach(field => field.mark(lacking.includes(field) && field.lacks()));
        objections.filter(objection => objection.box).forEach(objection => mark(objection.box, objection.reason));
        if (reasons.length) {
            camForm.submitPrevented = true;
            refuse(reasons);
            return;
        }
        const doubt = form.doubt && form.doubt();
        if (doubt) {
            camForm.submitPrevented = true;
            doubt.then(goOn => goOn && submitAgain());
            return;
        }
        alert.hidden = true;
        camForm.variableManager.variables = {};
        fields.forEach(field => camForm.variableManager.createVariable({name: field.name, type: field.type, value: field.value()}));
    });
    camForm.on('submit-failed', (_, [error]) => {
        if (camForm.submitPrevented) return;
        const reason = reasonOf(error);
        fields.forEach(field => field.mark(field.isBlamedIn(reason)));
        refuse([reason]);
        // The reason stands in the form, where the person looks; these words keep Tasklist from saying it once more, half in English.
        error.message = 'camForm submission prevented';
    });
    camForm.on('submit-success', () => {
        drafts.clear();
        if (camForm.taskId) window.dispatchEvent(new CustomEvent('rectification:done', {detail: camForm.taskId}));
    });

    const offered = !camForm.taskId || await isOffered(camForm);
    if (camForm.taskId) root.prepend(claimNotice(offered, camForm));
    if (!offered) onlyRead(root, camForm.taskId);
    else if (fields.length) root.append(h('p.rf-note', '填写的内容随时自动保存在本机，提交后清除。'));
    root.classList.add('rf-open');
    show(form);
}

/** Our own reason out of what the engine makes of it. */
function reasonOf(error) {
    const reason = String(error && error.message || '').replace(/^Cannot (submit task form|instantiate process definition) \S+: /, '');
    return /[\u4e00-\u9fff]/.test(reason) ? reason : UNCLEAR;
}

// fields ------------------------------------------------------------------------------------------------------------

class Field {

    constructor(element, drafts) {
        this.element = element;
        this.name = element.dataset.variable;
        this.type = element.dataset.type || 'String';
        this.drafts = drafts;
        const kept = drafts.read(this.name);
        if (kept !== undefined) this.set(kept);
        for (const event of ['input', 'change']) element.addEventListener(event, () => this.keep());
    }

    keep() {
        this.drafts.write(this.name, this.value());
        if (!this.lacks()) this.mark(false);
    }

    mark(wrong) {
        mark(this.element, wrong);
    }

    value() {
        if (this.element.type === 'checkbox') return this.isShown() && this.element.checked;
        if (this.element.tagName !== 'FIELDSET') return this.element.value;
        const chosen = this.element.querySelector('input:checked');
        return this.type === 'Boolean' ? (chosen ? chosen.value === 'true' : null) : chosen ? chosen.value : '';
    }

    set(value) {
        if (this.element.type === 'checkbox') this.element.checked = value === true;
        else if (this.element.tagName !== 'FIELDSET') this.element.value = value;
        else this.element.querySelectorAll('input').forEach(input => { input.checked = input.value === String(value); });
    }

    isShown() {
        return !this.element.closest('[hidden]');
    }

    label() {
        return this.element.labels?.[0]?.textContent.replace(/（.*/, '').trim();
    }

    /** A sentence of a refusal begins with the name of the field that it is about. */
    isBlamedIn(reason) {
        const name = this.label();
        return Boolean(name) && reason.split('；').some(sentence => sentence.replace('请填写', '').startsWith(name));
    }

    /** Why it cannot be submitted, null where it can. */
    lacks() {
        const value = this.value();
        if (this.element.dataset.required && (value === null || String(value).trim() === '')) return this.element.dataset.required;
        return this.type === 'String' && value.length > LONGEST_TEXT ? this.label() + '最多' + LONGEST_TEXT + '字，现有' + value.length + '字，请删减，或作为佐证材料另附' : null;
    }
}

/** Red, with the sentence beneath where {@code wrong} is one, until it is put right. */
function mark(box, wrong) {
    const control = box.matches('label') ? box.querySelector('input') : box;
    box.classList.toggle('rf-wrong', Boolean(wrong));
    if (wrong) control.setAttribute('aria-invalid', 'true');
    else control.removeAttribute('aria-invalid');
    if (box.nextElementSibling?.matches('.rf-lacks')) box.nextElementSibling.remove();
    if (typeof wrong === 'string') box.after(h('div.rf-lacks', wrong));
}

/** @return a promise of whether the answer was yes */
function ask(question, content, yes) {
    return new Promise(resolve => {
        const dialog = h('dialog.rf-ask', {'aria-label': question, onclose: () => { dialog.remove(); resolve(dialog.returnValue === 'yes'); }}, h('h2', question), content,
            h('div', h('button.btn.btn-primary', {type: 'button', autofocus: '', onclick: () => dialog.close('yes')}, yes), ' ', h('button.btn.btn-default', {type: 'button', onclick: () => dialog.close()}, '再看看')));
        document.body.append(dialog);
        dialog.showModal();
    });
}

/**
 * Approval is the common case and needs no typing; a refusal needs an opinion in the person's own words. Where it ends the matter, data-opinion-label names
 * that opinion. Where somebody has to look for himself nothing is chosen beforehand, and nothing more is asked until he chooses.
 */
function decide(root, fields, drafts) {
    const decision = fields.find(field => field.element.hasAttribute('data-decision'));
    if (!decision) return;
    const opinion = fields.find(field => field.name === 'opinion');
    const label = root.querySelector('[data-opinion-label]');
    const whenApproved = root.querySelectorAll('[data-when-approved]');
    const whenRefused = root.querySelectorAll('[data-when-refused]');
    const refusing = label.dataset.opinionLabel || '退回意见';
    const texts = {true: drafts.read('opinion:true') ?? opinion.element.defaultValue, false: drafts.read('opinion:false') ?? ''};
    const follow = () => {
        const approved = decision.value();
        opinion.element.closest('.rf-field').hidden = approved === null;
        if (approved === null) {
            [...whenApproved, ...whenRefused].forEach(element => { element.hidden = true; });
            return;
        }
        opinion.set(texts[approved]);
        opinion.element.placeholder = approved ? '' : label.dataset.opinionLabel ? '请写明' + refusing : '请写明退回的原因和需要改进之处，经办人据此重新办理';
        if (approved) delete opinion.element.dataset.required;
        else opinion.element.dataset.required = label.dataset.opinionLabel ? '请填写' + refusing : '退回时请填写退回意见，写明退回的原因和需要改进之处';
        opinion.mark(false);
        label.textContent = approved ? '意见' : refusing + '（必填）';
        root.classList.toggle('rf-refusing', !approved);
        whenApproved.forEach(element => { element.hidden = !approved; });
        whenRefused.forEach(element => { element.hidden = approved; });
    };
    opinion.element.addEventListener('input', () => {
        texts[decision.value()] = opinion.value();
        drafts.write('opinion:' + decision.value(), opinion.value());
    });
    decision.element.addEventListener('change', () => {
        follow();
        if (!decision.value()) opinion.element.focus();
    });
    follow();
}

/** What is only asked for where a question was answered with yes: data-when names its variable. */
function unfold(root, fields) {
    root.querySelectorAll('[data-when]').forEach(element => {
        const question = fields.find(field => field.name === element.dataset.when);
        const follow = () => { element.hidden = question.value() !== true; };
        question.element.addEventListener('change', follow);
        follow();
    });
}

/** What was typed, kept on this machine per person, task and field until it is submitted. */
class Drafts {

    constructor(camForm) {
        this.prefix = DRAFT + camForm.options.urlParams.userId + ':' + (camForm.taskId || 'start') + ':';
        this.forgetOld();
    }

    read(name) {
        try {
            return JSON.parse(localStorage.getItem(this.prefix + name)).value;
        } catch (none) {
            return undefined;
        }
    }

    write(name, value) {
        try {
            localStorage.setItem(this.prefix + name, JSON.stringify({value, at: Date.now()}));
        } catch (full) {
            console.warn(full);
        }
    }

    remove(name) {
        this.removeIf(key => key === this.prefix + name);
    }

    clear() {
        this.removeIf(key => key.startsWith(this.prefix));
    }

    forgetOld() {
        const oldest = Date.now() - DRAFTS_KEPT_DAYS * 86400000;
        this.removeIf((key, kept) => key.startsWith(DRAFT) && JSON.parse(kept).at < oldest);
    }

    removeIf(condition) {
        try {
            Object.entries(localStorage).filter(([key, kept]) => condition(key, kept)).forEach(([key]) => localStorage.removeItem(key));
        } catch (unreadable) {
            console.warn(unreadable);
        }
    }
}

/** Only visible while Tasklist greys the form out. Whoever the step is not offered to is offered no claim, which would be refused. */
function claimNotice(offered, camForm) {
    if (!offered) return h('div.rf-claim', h('span', h('b', '只读'), '　这项待办由其他人办理，您可以查看，不能认领和填写。'));
    const text = h('span', '这项待办尚未由您认领，认领后即可填写和提交。');
    return h('div.rf-claim', text, h('button.btn.btn-primary', {type: 'button', onclick: async () => {
        let quicker = await claimedBy(camForm);
        if (!quicker) {
            await claimed();
            quicker = document.querySelector('.disabled-form') && (await claimedBy(camForm) || '其他人');
        }
        if (quicker) text.textContent = '这项待办已由' + quicker + '认领，如须由您办理，请对方先取消认领。';
    }}, '认领并办理'));
}

/** Who has it in hand, null where nobody else has or that cannot be told. */
async function claimedBy(camForm) {
    try {
        const [{assignee}, words] = await Promise.all([get(camForm.taskBasePath), get('/api/words')]);
        return assignee && assignee !== camForm.options.urlParams.userId ? words.people[assignee] || assignee : null;
    } catch (e) {
        return null;
    }
}

/** How parts that are filled in look to whoever only reads; null: not at all. */
const TO_READ = {upload: 'filed', publication: null, statement: null, answerFiles: null, findingsToRecord: 'findingsToRecheck', findingsToCorrect: 'findingsToRecheck'};

/** What there is so far, and nothing that looks as if it could be filled in; data-reading tells Tasklist's own buttons. */
function onlyRead(root, task) {
    if (root.isConnected) document.body.dataset.reading = task; // another one may have been opened meanwhile
    root.classList.add('rf-reading');
    root.querySelectorAll('[data-variable]').forEach(field => { (field.closest('.rf-field, .rf-mark') || field).hidden = true; });
    root.querySelectorAll('[data-part]').forEach(part => {
        delete part.dataset.editable;
        const shown = TO_READ[part.dataset.part];
        if (shown === null) part.remove();
        else if (shown) part.dataset.part = shown;
    });
    root.querySelectorAll('.rf-answer').forEach(answer => { answer.hidden = !answer.querySelector('[data-part]'); });
}

/** Taken for offered where nothing can be learned in time: the form waits for this, and the server asks again. */
async function isOffered(camForm) {
    const tasks = camForm.taskBasePath.slice(0, camForm.taskBasePath.lastIndexOf('/'));
    try {
        return (await get(tasks + '/count?taskId=' + camForm.taskId + '&candidateUser=' + encodeURIComponent(camForm.options.urlParams.userId) + '&includeAssignedTasks=true',
            AbortSignal.timeout(PATIENCE))).count > 0;
    } catch (unknown) {
        return true;
    }
}

/** Tasklist draws its own button a moment after the form, and a click before it listens is lost. */
async function claimed() {
    for (let tries = 0; tries < 5 && document.querySelector('.disabled-form'); tries++) {
        document.querySelector('.task-card button.claim')?.click();
        for (let waits = 0; waits < 15 && document.querySelector('.disabled-form'); waits++) await new Promise(done => setTimeout(done, 100));
    }
}

// facts -------------------------------------------------------------------------------------------------------------

/** Fills every part of the form, each on its own: one that cannot be read does not hide the others. */
async function show(form) {
    showAllowance(form).catch(() => {});
    const parts = [...form.root.querySelectorAll('[data-part]')];
    if (!parts.length) return;
    let facts;
    try {
        facts = new Facts(await businessKey(form.camForm));
    } catch (error) {
        parts[0].replaceChildren(h('div.rf-alert', error.message));
        return;
    }
    parts.forEach(async part => {
        part.classList.add('rf-loading');
        try {
            await PARTS[part.dataset.part](part, facts, form);
        } catch (error) {
            part.replaceChildren(h('div.rf-alert', error.message));
        } finally {
            part.classList.remove('rf-loading');
        }
    });
}

/** Steps whose due date is an allowance of working days, and which. */
const ALLOWANCE = {
    Task_RegisterProblems: 'REGISTER', Task_DraftPlan: 'PLAN', Task_ReviewPlan: 'REVIEW', Task_ApprovePlan: 'APPROVE', Task_DecomposeTasks: 'DECOMPOSE',
    Task_SummariseCase: 'SUMMARISE', Task_ApproveBulletin: 'BULLETIN', Task_Endorse: 'ENDORSE', Task_Check: 'CHECK', Task_SignOff: 'SIGN_OFF',
    Task_RecheckFindings: 'RECHECK', Task_SummariseCampaign: 'CAMPAIGN', Task_AcceptAnswer: 'ACCEPT_ANSWER', Task_LookBack: 'LOOK_BACK', Task_ApproveChange: 'CHANGE',
    Task_EndorseExtension: 'ENDORSE_EXTENSION', Task_ApproveExtension: 'APPROVE_EXTENSION', Task_ApproveBlocked: 'APPROVE_BLOCKED', Task_ReviewReport: 'REVIEW_REPORT'
};

/** Steps that are due on a day that somebody named. */
const NAMED_DAY = {Task_RecordFindings: '检查日期', Task_CorrectFindings: '由检查组确定', Task_AnswerProposal: '监督建议载明，答复退回的顺延'};

/** 办理期限 with what it is counted from, above everything else. */
async function showAllowance(form) {
    const [step, words, days] = await Promise.all([get(form.camForm.taskBasePath), get('/api/words'), dueDays()]);
    const allowance = words.allowances[ALLOWANCE[step.taskDefinitionKey]] || NAMED_DAY[step.taskDefinitionKey];
    if (!allowance || !step.due) return;
    const due = step.due.slice(0, 10);
    form.root.prepend(h('p.rf-due', '办理期限：', h('b', date(due)), '（' + allowance + '） ', deadlineBadge(daysLeft(days, due)), putOffNote(days.putOff[due])));
}

async function businessKey(camForm) {
    const variables = await get(camForm.taskBasePath + '/localVariables');
    if (!variables.businessKey) throw new Error('读不到这项待办的编号，请刷新页面；仍不行请联系平台管理员。');
    return variables.businessKey.value;
}

/** What the ledger says, read once per form. */
class Facts {

    constructor(number) {
        this.number = number;
        this.known = {};
        this.casePath = '/api/cases/' + encodeURIComponent(number);
        this.taskPath = '/api/tasks/' + encodeURIComponent(number.split(':')[0]);
    }

    read(path) {
        return this.known[path] ??= get(path);
    }

    words() { return this.read('/api/words'); }
    figures() { return this.read(this.casePath); }
    texts() { return this.read(this.casePath + '/texts'); }
    async opinions(step) { return (await this.read(this.casePath + '/opinions')).opinions.filter(opinion => opinion.step === step); }
    task() { return this.read(this.taskPath); }
}

const PARTS = {

    async case(part, facts) {
        const [figures, days] = await Promise.all([facts.figures(), dueDays()]);
        part.replaceChildren(
            h('h3.rf-title', figures.title, h('small', figures.caseNumber)),
            facts_({
                '巡察组': figures.inspectionBody, '被巡察单位': figures.inspectedParty, '反馈日期': date(figures.feedbackDate),
                '集中整改期限': [date(figures.concentratedDeadline), ' ', deadlineBadge(daysLeft(days, figures.concentratedDeadline))]
            }));
    },

    async numbers(part, facts) {
        const figures = await facts.figures();
        const declared = figures.declaredProblems;
        part.replaceChildren(h('div.rf-numbers',
            number(figures.problems, '已登记问题', declared ? '反馈意见写明 ' + declared + ' 个' : null, declared && declared !== figures.problems - figures.handedOver),
            number(figures.tasks, '整改任务'), number(figures.measures, '整改措施')));
    },

    /** What is missing before this step can be submitted, checked again whenever the person comes back from the case's page. */
    async gate(part, facts, form) {
        const list = h('div');
        const knowing = h('input', {type: 'checkbox'});
        let short = '', untilTicked = '';
        form.guards.push(() => short && !knowing.checked ? short + untilTicked + '，请勾选“' + knowing.parentElement.textContent + '”' : null);
        const check = async () => {
            const {missing, stillToRegister, unexplained} = await get(facts.casePath + '/gate');
            facts.known = {};
            const {declaredProblems, problems, handedOver} = await facts.figures();
            const before = short;
            const both = '反馈意见载明' + declaredProblems + '个问题，已登记' + problems + '个，' + (handedOver ? '其中' + handedOver + '个登记为巡察期间移交，' : '');
            short = missing.length ? '' : stillToRegister ? both + '还差' + stillToRegister + '个。' : unexplained ? both + '有' + unexplained + '个超出载明数，还没有说明原因。' : '';
            untilTicked = stillToRegister ? '请先登记；确实不再登记的' : '请先核对；核对过的';
            if (short !== before) knowing.checked = false;
            list.replaceChildren(missing.length
                ? h('div.rf-alert', h('strong', '还差 ' + missing.length + ' 处，补齐后方可提交：'), h('ul', ...missing.map(each => h('li', each))))
                : short ? h('div.rf-alert', h('strong', short), stillToRegister ? '请核对是漏登，还是几个问题合并登记了。' : '重复登记的请删除；巡察期间移交的请在案件页改正来源；拆分登记的请在通报的“问题数说明”中写明。',
                    h('label.rf-mark', knowing, '已核对，' + (stillToRegister ? '只' : '就') + '登记这' + problems + '个，继续下一步'))
                : h('div.rf-ready', '✓ 已齐备，可以提交。'));
            form.root.querySelectorAll('[data-part=numbers]').forEach(numbers => PARTS.numbers(numbers, facts));
        };
        const again = () => form.root.isConnected ? check().catch(error => list.replaceChildren(h('div.rf-alert', error.message))) : removeEventListener('focus', again);
        addEventListener('focus', again);
        part.replaceChildren(casePage(facts, part.dataset.label), h('button.btn.btn-default', {type: 'button', onclick: again}, '刷新'), list);
        await check();
    },

    async casePage(part, facts) {
        part.replaceChildren(casePage(facts, part.dataset.label));
    },

    async plan(part, facts) {
        const {planSummary, planVersion} = await facts.texts();
        part.replaceChildren(h('h4', '整改方案摘要', planVersion > 1 ? h('small', '第' + planVersion + '稿') : null), text(planSummary));
    },

    async summary(part, facts) {
        part.replaceChildren(h('h4', '整改总结'), text((await facts.texts()).caseSummary));
    },

    /** What is going to be published, and what still stands against it. */
    async bulletin(part, facts, form) {
        const [bulletin] = (await facts.read(facts.casePath + '/bulletins')).bulletins;
        const page = '/cases/' + encodeURIComponent(facts.number) + '/bulletin';
        const open = (href, label) => h('a', {href, target: '_blank', rel: 'noopener'}, label);
        part.replaceChildren(
            h('h4', '整改通报', bulletin ? h('small', '数字取自 ' + date(bulletin.asOf) + ' 的台账') : null),
            h('p', h('a.btn.btn-default', {href: page, target: '_blank', rel: 'noopener'}, part.dataset.label), ' ',
                ...(bulletin ? [open(page + '/1/preview?audience=party', '预览党内版'), '　', open(page + '/1/preview?audience=public', '预览公开版')] : [])),
            bulletin && bulletin.untold.length ? h('div.rf-alert', '问题' + bulletin.untold.join('、') + '还没有写整改情况' + (form.root.querySelector('[data-decision]') ? '。' : '，请到通报页面补写后再提交。')) : '',
            bulletin && bulletin.hindrances.length
                ? h('div.rf-quiet', '公开之前还要办（不影响本环节和党内版）：', h('ul', ...bulletin.hindrances.map(each => h('li', each)))) : '');
    },

    /** What consent does besides; asked about where that has changed since it was read. */
    async publication(part, facts, form) {
        const read = async () => (await get(facts.casePath + '/bulletins')).bulletins[0]?.approvalMeans || [];
        const list = means => h('ul', ...means.map(each => h('li', each)));
        let known, settled = false;
        const tell = means => {
            known = means;
            part.replaceChildren(means.length ? h('div.rf-quiet', list(means)) : '');
        };
        tell(await read());
        const settle = async () => {
            const now = await read().catch(() => known);
            const same = now.join() === known.join();
            tell(now);
            return settled = same || await ask('您打开之后有变化，仍然同意吗？', list(now), '仍然同意');
        };
        form.doubt = () => settled || form.root.classList.contains('rf-refusing') ? null : settle();
    },

    /** Refusals of this step so far, the latest in full view. */
    async returned(part, facts, form) {
        const refusals = (await facts.opinions(part.dataset.step)).filter(opinion => opinion.approved === false).reverse();
        const reviews = part.dataset.step === 'PLAN_APPROVAL' ? await facts.opinions('PLAN_REVIEW') : [];
        const of = refusal => reviews.filter(review => review.version === refusal.version).map(review => opinionLine(review));
        part.replaceChildren(
            ...refusals.slice(0, 1).map(latest => h('div.rf-alert', h('strong', latest.stepName + '退回意见'), opinionLine(latest), ...of(latest))),
            ...folded('更早的退回意见', refusals.slice(1).flatMap(each => [opinionLine(each), ...of(each)])));
        // What was returned is what is put right; data-again marks the field that holds it.
        const again = refusals.length ? form.root.querySelector('[data-again]') : null;
        if (again && !again.value && form.drafts.read(again.dataset.variable) === undefined) again.value = (await facts.texts())[again.dataset.variable] || '';
    },

    async reviews(part, facts) {
        const {planVersion} = await facts.texts();
        const reviews = (await facts.opinions('PLAN_REVIEW')).filter(review => review.version === planVersion);
        part.replaceChildren(h('h4', '联审意见'), ...reviews.map(opinionLine));
    },

    async problems(part, facts) {
        const [{problems}, tasks, words, figures] = await Promise.all([get(facts.casePath + '/problems'), get(facts.casePath + '/tasks?size=200'), facts.words(), facts.figures()]);
        part.replaceChildren(
            ...figures.historical ? historical(await get(facts.casePath + '/historical-sign-offs')) : [],
            h('h4', '问题与整改任务', h('small', '问题 ' + problems.length + ' 个，任务 ' + tasks.total + ' 项，点开任务可看措施和销号标准')),
            ...problems.map(problem => h('div.rf-problem',
                h('div.rf-problem-title', h('b', problem.number + '．' + problem.title), h('small', problem.aspect)),
                problem.text && problem.text !== problem.title ? h('div.rf-quiet', problem.text) : null,
                ...tasks.content.filter(task => task.problem === problem.number).map(task => taskLine(task, words)))),
            tasks.total > tasks.content.length ? h('p.rf-note', '这里列出前 ' + tasks.content.length + ' 项任务，其余请到', casePage(facts, '案件页面'), '查看。') : '');
    },

    /** Numbers and what is still open, the most urgent first. */
    async progress(part, facts) {
        const lights = ['RED', 'YELLOW', 'BLUE', 'GREEN', 'PAUSED'];
        const [figures, words, ...open] = await Promise.all([facts.figures(), facts.words(),
            ...lights.map(light => get(facts.casePath + '/tasks?size=50&sort=deadline,asc&' + (light === 'PAUSED' ? 'status=BLOCKED' : 'light=' + light)))]);
        const total = open.reduce((sum, each) => sum + each.total, 0);
        const listed = open.flatMap(each => each.content).slice(0, 50);
        const {completion} = figures;
        part.replaceChildren(
            h('div.rf-numbers',
                number(completion.rate === null ? '—' : completion.rate + '%', '问题完成率', completion.done + '/' + completion.total + ' 个问题'),
                number(figures.signedOff + '/' + figures.tasks, '任务已销号'), number(figures.measuresDone + '/' + figures.measures, '措施已完成', null, figures.measuresDone < figures.measures), number(total, '任务未销号'), number(figures.overdue, '已超期', null, figures.overdue > 0),
                number(figures.blocked, '客观受阻')),
            h('h4', '未销号任务'),
            ...(total ? listed.map(task => taskLine(task, words)) : [h('div.rf-ready', '✓ 任务已全部销号。')]),
            total > listed.length ? h('p.rf-note', '还有 ' + (total - listed.length) + ' 项，请到', casePage(facts, '案件页面'), '查看。') : '');
    },

    async task(part, facts, form) {
        const [task, words] = await Promise.all([facts.task(), facts.words()]);
        if (part.dataset.asks) form.doubt = aboutMeasures(form, facts, task, part.dataset.asks);
        part.replaceChildren(
            h('h3.rf-title', task.title, h('small', task.taskNumber)),
            facts_({
                '整改时限': [date(task.deadline), ' ', deadlineBadge(task.daysLeft, task.light), putOffNote(task.putOffTo), task.extensions ? h('small', '（原定 ' + date(task.originalDeadline) + '）') : null],
                '类型': words.kinds[task.kind], '责任科室': task.leadDepartmentName, '责任领导': task.leadLeaderName, '配合科室': supporters(task, words) || null
            }),
            facts_({
                '所属问题': [h('b', task.problem + '．' + task.problemTitle), task.problemText ? h('div.rf-quiet', task.problemText) : null],
                '整改措施': task.measures.length ? [h('ol', ...task.measures.map(measure => h('li', measure.text, measureNote(measure, words)))), measuresLeft(task)] : null
            }, '.rf-long'),
            h('div.rf-standard', h('b', '销号标准'), text(task.signOffStandard)));
    },

    /** What is asked for and why, and who has agreed so far. */
    async extension(part, facts) {
        const [{content}, task] = await Promise.all([facts.read(facts.taskPath + '/extensions'), facts.task()]);
        const extension = content.find(each => each.extensionKey === facts.number);
        part.replaceChildren(
            h('h3.rf-title', '申请延期至 ' + date(extension.deadline), h('small', '第' + extension.number + '次申请')),
            facts_({
                '现时限': date(extension.presentDeadline), '延长': daysBetween(extension.presentDeadline, extension.deadline) + '天',
                '已延期': task.extensions ? task.extensions + '次，原定' + date(task.originalDeadline) : '未延期过',
                '申请人': extension.requestedByName + ' · ' + dateTime(extension.requestedAt)
            }),
            facts_({'延期理由': text(extension.reason), '佐证材料': h('ul.rf-files', ...extension.evidence.map(file => h('li', fileLink(facts, file), fileNote(file))))}, '.rf-long'),
            ...extension.signatures.map(signature => h('div.rf-decision', h('div.rf-who', h('b', signature.step + (signature.approved ? '：同意' : '：不同意')),
                h('small', signature.personName + ' · ' + dateTime(signature.signedAt))), text(signature.opinion))));
    },

    /** What is to become of the task, why, and into what. */
    async change(part, facts) {
        const {content} = await facts.read(facts.taskPath + '/changes');
        const change = content.find(each => each.changeKey === facts.number);
        const target = change.target && await get('/api/tasks/' + encodeURIComponent(change.target));
        part.replaceChildren(
            h('h3.rf-title', change.what, h('small', '第' + change.number + '次调整申请')),
            facts_({'申请人': change.requestedByName + ' · ' + dateTime(change.requestedAt)}),
            facts_({
                '理由': text(change.reason), '问题如何继续整改': change.ground && text(change.ground),
                '并入的任务': target && [h('a', {href: '/tasks/' + encodeURIComponent(target.taskNumber), target: '_blank', rel: 'noopener'}, target.title), h('div.rf-quiet', target.taskNumber + '，' + target.leadDepartmentName + '，责任领导' + target.leadLeaderName + '，时限' + date(target.deadline)),
                    target.measures.length ? h('ul', ...target.measures.map(measure => h('li', measure.text))) : null],
                '新任务': change.parts.length ? h('ol', ...change.parts.map(each => h('li', each.title, h('div.rf-quiet', each.leadDepartmentName + '，责任领导' + each.leadLeaderName + '；销号标准：' + each.signOffStandard),
                    each.measures.length ? h('ul', ...each.measures.map(measure => h('li', measure))) : null))) : null
            }, '.rf-long'));
    },

    /** What blocks the task, who was asked, and what earlier reviews found. */
    async blocked(part, facts) {
        const {content} = await facts.read(facts.taskPath + '/blocks');
        const block = content.find(each => each.blockKey === facts.number);
        part.replaceChildren(
            h('h3.rf-title', block.decidedAt ? '客观受阻' : '申请认定客观受阻', h('small', '第' + block.number + '次申请')),
            facts_({
                '外部单位': block.outsideBody, '去函': date(block.requestDate) + ' ' + block.requestNumber, '复核日期': date(block.reviewOn),
                '已暂停': block.decidedAt ? block.pausedDays + '天' : null, '申请人': block.requestedByName + ' · ' + dateTime(block.requestedAt)
            }),
            facts_({'受阻原因': text(block.reason), '过渡措施': text(block.interimMeasures)}, '.rf-long'),
            ...block.reviews.map(review => h('div.rf-decision', h('div.rf-who', h('b', review.stillBlocked ? '复核：仍然受阻' : '复核：已消除'),
                h('small', review.personName + ' · ' + dateTime(review.reviewedAt))), text(review.findings))));
    },

    /** Since when it is signed off, and what earlier look-backs found. */
    async lookBack(part, facts, form) {
        const [task, {content}] = await Promise.all([facts.task(), facts.read(facts.taskPath + '/look-backs')]);
        const tomorrow = new Date(Date.now() + 86400000);
        form.root.querySelector('[data-variable=newDeadline]').min = [tomorrow.getFullYear(), tomorrow.getMonth() + 1, tomorrow.getDate()].map(each => String(each).padStart(2, '0')).join('-');
        part.replaceChildren(
            facts_({'销号日期': [date(task.signedOffAt), h('small', '（' + roundName(task.round) + (task.sustained ? '，认定完成并长期坚持' : '') + '）')],
                '反弹': task.rebounds ? task.rebounds + '次' : null}),
            ...content.filter(each => each.decidedAt).map(lookBackLine));
    },

    /** What the supervision team brings along from the spot, filed beside the rounds. */
    async lookBackFiles(part, facts, form) {
        const path = facts.taskPath + '/look-backs';
        const me = form.camForm.options.urlParams.userId;
        await fileZone(part, facts, form, {
            path: path + '/evidence', heading: h('h4', '现场佐证', h('small', '可不上传')), objection: () => null,
            filed: async () => (await get(path)).content.pop().evidence, mayTakeBack: file => file.uploadedBy === me
        });
    },

    /** Why it came back, before anything else. */
    async refusal(part, facts, form) {
        const task = await facts.task();
        if (task.status === 'BLOCKED') {
            const paused = '本任务已认定为客观受阻，暂停计时，经整改办复核恢复整改后才能报验。';
            form.guards.push(() => paused);
            part.replaceChildren(h('div.rf-alert', paused));
            return;
        }
        const [rebound] = task.rebounds ? (await facts.read(facts.taskPath + '/look-backs')).content.filter(each => each.status === 'REBOUNDED' && each.round === task.round - 1) : [];
        if (rebound) {
            part.replaceChildren(h('div.rf-alert', h('strong', '回头看认定本任务已反弹，请重新整改后报验'), lookBackLine(rebound)));
            return;
        }
        const last = task.rounds.filter(round => round.round < task.round).pop();
        const refusals = last ? last.decisions.filter(decision => !decision.approved) : [];
        part.replaceChildren(...refusals.map(refusal => h('div.rf-alert',
            h('strong', '第' + last.round + '次报验被退回，请按以下意见整改后再报验'), decisionLine(refusal))));
    },

    /** What is to be judged: the statement and the evidence of this round, and who agreed so far. */
    async round(part, facts) {
        const task = await facts.task();
        const round = task.rounds.find(each => each.round === task.round) || {decisions: []};
        const files = task.historical ? task.historicalSignOff.minutes : task.evidence.filter(file => file.round === task.round);
        part.replaceChildren(
            h('h4', roundName(task.round)),
            ...round.decisions.map(decisionLine),
            h('h4', task.historical ? '由' + task.historicalSignOff.decidedBy + '审定，会议纪要' : '佐证材料', h('small', files.length + ' 份，点击在新窗口打开')),
            h('ul.rf-files', ...files.map(file => h('li', fileLink(facts, file), fileNote(file)))));
    },

    /** A leader's own task is for another leader to strike off: said before he claims it and so keeps it from the others. */
    async signer(part, facts, form) {
        const task = await facts.task();
        if (task.leadLeader !== form.camForm.options.urlParams.userId) return;
        form.root.querySelector('.rf-claim')?.remove();
        part.replaceChildren(h('div.rf-alert', '您是本任务的责任领导，须由领导小组其他成员认领和审定。'));
    },

    async rounds(part, facts) {
        const task = await facts.task();
        const earlier = task.rounds.filter(round => round.round < task.round).reverse();
        part.replaceChildren(...folded('以前各次报验（' + earlier.length + '次）', earlier.flatMap(round => [
            h('h4', '第' + round.round + '次报验'), ...round.decisions.map(decisionLine),
            h('ul.rf-files', ...task.evidence.filter(file => file.round === round.round).map(file => h('li', fileLink(facts, file), fileNote(file))))])));
    },

    /** 配合情况: who has done his part and who is awaited; where the part is data-editable, what outside bodies have done is written down here. */
    async instalments(part, facts, form) {
        const {instalments} = await facts.task();
        if (!instalments.length) return;
        const editable = 'editable' in part.dataset;
        const confirmed = instalments.filter(instalment => instalment.confirmedAt);
        const toWrite = instalments.filter(instalment => !instalment.confirmedAt && instalment.outside && editable);
        const awaited = instalments.filter(instalment => !confirmed.includes(instalment) && !toWrite.includes(instalment));
        part.replaceChildren(
            h('h4', '配合情况', h('small', '已确认 ' + confirmed.length + '/' + instalments.length + (confirmed.length < instalments.length ? '，全部确认后才能报验' : ''))),
            awaited.length ? h('div.rf-decision', h('span.rf-badge.rf-YELLOW', '待确认'), ' ', awaited.map(instalment => instalment.name).join('、')) : '',
            ...confirmed.map(instalmentLine), ...toWrite.map(instalment => outsideInstalment(instalment, facts, form, part)));
    },

    async statement(part, facts, form) {
        const task = await facts.task();
        const last = task.rounds.filter(round => round.round < task.round).pop();
        const submitted = last && last.decisions.find(decision => decision.role === 'SUBMITTER');
        if (!submitted || !submitted.opinion) return;
        const field = form.root.querySelector('[data-variable=completionStatement]');
        part.replaceChildren(h('button.btn-link', {type: 'button', onclick: () => {
            field.value = field.value.trim() ? field.value + '\n' + submitted.opinion : submitted.opinion;
            field.dispatchEvent(new Event('input', {bubbles: true}));
            field.focus();
        }}, '引用上次的完成情况，在其基础上修改'));
    },

    /** A report of the half month, a row a task: to be filled in where the part is data-editable, otherwise to be read. */
    async report(part, facts, form) {
        const path = '/api/cases/' + facts.number.split(':').map(encodeURIComponent).join('/').replace('/', '/reports/');
        const [sheet, words] = await Promise.all([get(path), facts.words()]);
        const editable = 'editable' in part.dataset;
        const returned = editable && sheet.returns > 0 && sheet.opinion;
        part.replaceChildren(
            returned ? h('div.rf-alert.rf-returned', h('strong', '整改办退回了这份报告，请按以下意见修改后重新报送'),
                h('div.rf-who', h('b', words.people[sheet.reviewedBy] || sheet.reviewedBy)), text(sheet.opinion)) : '',
            h('h3.rf-title', sheet.departmentName + '半月报告', h('small', sheet.caseNumber)),
            facts_({'报告期': date(sheet.startsOn) + '至' + date(sheet.endsOn), '报送期限': [date(sheet.dueOn), ' ', standingBadge(sheet.standing, editable)],
                '填报人': sheet.submittedBy && (words.people[sheet.submittedBy] || sheet.submittedBy), '退回': sheet.returns ? sheet.returns + '次' : null}));
        if (!sheet.rows.length) part.append(h('div.rf-ready', editable ? '本科室的任务都在等待他人审签、核查或审定，本期没有需要填报的任务，直接提交即可。' : '本期没有需要填报的任务。'));
        else part.append(editable ? reportToFill(sheet, path, form) : reportTable(sheet.rows.map(readRow)));
    },

    /** A step of the ladder to be confirmed: whom it strikes and why; not for the leader whose own task it is about. */
    async escalation(part, facts, form) {
        const {step, situation, told, departmentName, leadLeaderName, earlier} = await get('/api/ladder/' + encodeURIComponent(facts.number.replace(/^LS-/, '')));
        const isOfTask = step.missed === 0;
        const [task, words] = isOfTask ? await Promise.all([get('/api/tasks/' + encodeURIComponent(step.subject)), facts.words()]) : [];
        const days = await dueDays();
        const own = step.leadLeader === form.camForm.options.urlParams.userId;
        if (own) form.root.querySelector('.rf-claim')?.remove();
        const matter = isOfTask ? '/tasks/' + encodeURIComponent(step.subject) : '/cases/' + encodeURIComponent(step.caseNumber) + '/reports';
        part.replaceChildren(
            own ? h('div.rf-alert', '您是本任务的责任领导，这次督办须由其他成员认领和确认。') : '',
            h('h3.rf-title', '拟对' + departmentName + '采取：' + step.rung.level, h('small', step.caseNumber)),
            facts_({
                '事项': [h('a', {href: matter, target: '_blank', rel: 'noopener'}, isOfTask ? step.title : '半月报告'), isOfTask ? h('div.rf-quiet', step.subject) : null],
                '责任科室': departmentName, '责任领导': leadLeaderName, '情况': h('b', situation), '整改时限': isOfTask ? date(step.deadline) : null, '最近一期应报': isOfTask ? null : date(step.deadline),
                '目前': task && [words.statuses[task.status], task.deadline === step.deadline ? null : h('b', '，时限已改为' + date(task.deadline))]
            }),
            facts_({
                '生效后告知': told, '文书': step.rung.letter, '依据': '逐级督办表第' + step.rung.tableVersion + '版，' + date(step.takenOn) + '巡查',
                '确认期限': [date(step.effect.lapsesOn), ' ', deadlineBadge(daysLeft(days, step.effect.lapsesOn)), h('small', '（逾期无人确认的自动失效）')]
            }),
            h('h4', '此前的督办', h('small', earlier.length ? earlier.length + ' 次' : '没有')),
            ...earlier.map(each => h('div.rf-decision', h('div.rf-who', h('b', each.level), ' ' + each.situation, h('small', date(each.takenOn) + '，' + each.status)))));
    },

    /** What a supervision check found about this task and is not put right yet; it does not keep anybody from deciding. */
    async findings(part, facts) {
        const open = (await facts.task()).findings.filter(finding => finding.open);
        if (!open.length) return;
        part.replaceChildren(h('div.rf-alert', h('strong', '督导检查发现的 ' + open.length + ' 个问题尚未整改到位'),
            ...open.map(finding => h('div', finding.text + '（' + finding.departmentName + '，' + finding.statusName + '）'))));
    },

    /** 现场检查, made for a phone held in one hand: a card a finding, each saves itself. */
    async findingsToRecord(part, facts, form) {
        const matter = checkOf(facts);
        const {campaign, check, usualCorrectionDays} = await get(matter.path);
        const [{content: all}, words] = await Promise.all([get(matter.casePath + '/tasks?size=200&department=' + encodeURIComponent(check.department)), facts.words()]);
        const tasks = all.filter(task => task.status !== 'WITHDRAWN');
        const days = form.root.querySelector('[data-variable=correctionDays]');
        if (!days.value) days.value = usualCorrectionDays;
        const state = h('span.rf-saved', {role: 'status'}, '边写边存');
        const list = h('div');
        const cards = [];
        const saving = new Saving(form, state, async values => { for (const value of values) await value.card.save(value); keepUnsaved(); });
        const keepUnsaved = () => {
            const unsaved = cards.filter(card => card.isUnsaved()).map(card => ({id: card.id, draft: card.draft, text: card.text.value, taskNumber: card.task.value}));
            if (unsaved.length) form.drafts.write('findings', unsaved);
            else form.drafts.remove('findings');
        };
        const renumber = () => {
            cards.forEach((card, n) => { card.number.textContent = '问题' + (n + 1); });
            clear.hidden = cards.some(card => !card.isEmpty());
        };
        const add = (finding, draft) => {
            const card = new FindingCard(finding, {draft, path: matter.path, tasks, form, saving, touched: () => { keepUnsaved(); renumber(); },
                gone: () => { cards.splice(cards.indexOf(card), 1); keepUnsaved(); if (!cards.length) add(); renumber(); }});
            cards.push(card);
            list.append(card.element);
            renumber();
            return card;
        };
        const clear = h('button.btn.btn-default.rf-clear', {type: 'button', onclick: () => submitNothingFound(form, saving)}, '未发现问题，直接提交');
        check.findings.forEach(add);
        (form.drafts.read('findings') || []).forEach(kept => (cards.find(card => card.draft === kept.draft || card.id && card.id === kept.id) || add(null, kept.draft)).resume(kept));
        if (!cards.length) add();
        form.camForm.on('submit-failed', () => { form.root.querySelector('[name=findingsFound][value=true]').checked = true; });
        form.pending.push(() => saving.flush());
        form.guards.push(() => isFound(form) && cards.every(card => card.isEmpty()) ? '还没有记录问题；没有发现问题的，请点“未发现问题，直接提交”' : null);
        form.guards.push(() => cards.some(card => card.isUploading()) ? '照片还在上传，请等上传完再提交' : null);
        part.replaceChildren(checkHead(campaign, check), clear, h('div.rf-report-bar', h('b', '发现的问题'), state), list,
            h('button.btn.btn-default.rf-add', {type: 'button', onclick: () => add().text.focus()}, '＋ 再记一个问题'));
        renumber();
    },

    /** 整改检查问题: what was done about each finding, and evidence of it. */
    async findingsToCorrect(part, facts, form) {
        const matter = checkOf(facts);
        const {campaign, check} = await get(matter.path);
        const state = h('span.rf-saved', {role: 'status'}, '边写边存，随时可以离开再来');
        const saving = new Saving(form, state, async values => { for (const value of values) await change('PUT', value.path, {text: value.text}); });
        const cards = check.findings.map(finding => new CorrectionCard(finding, {path: matter.path, form, saving}));
        form.pending.push(() => saving.flush());
        for (const card of cards) form.guards.push(() => card.missing());
        part.replaceChildren(...lastReturn(check), checkHead(campaign, check), h('div.rf-report-bar', h('b', check.findings.length + ' 个问题，逐个写明怎样整改并上传佐证'), state), ...cards.map(card => card.element));
        cards.forEach(card => card.resume());
    },

    async findingsToRecheck(part, facts) {
        const {campaign, check} = await get(checkOf(facts).path);
        part.replaceChildren(checkHead(campaign, check), ...check.findings.map(finding => h('div.rf-finding', findingHead(finding),
            h('h4', '整改情况', h('small', finding.correctedByName)), text(finding.correction), pictures(finding.evidence))), ...rechecks(check));
    },

    /** Numbers and departments of a campaign; its summary begins with the numbers. */
    async campaign(part, facts, form) {
        const {casePath, path} = checkOf(facts);
        const campaign = await get(path);
        const {figures} = campaign;
        const field = form.root.querySelector('[data-variable=campaignSummary]');
        const left = campaign.departments.filter(check => check.callOffReason);
        if (!field.value) {
            field.value = !figures.departments ? '本次检查没有进行：' + [...new Set(left.map(check => check.callOffReason))].join('；') + '。' : '本次检查' + figures.departments + '个科室（单位），' + (figures.findings
                ? '其中' + figures.clear + '个未发现问题；共发现问题' + figures.findings + '个，均已整改到位并经复查' + (figures.returned ? '，其间退回' + figures.returned + '次' : '') + '。' : '均未发现问题。')
                + (left.length ? '另有' + left.length + '个科室（单位）没有检查。' : '');
        }
        part.replaceChildren(
            h('h3.rf-title', campaign.title, h('small', campaign.campaignNumber)),
            facts_({'检查日期': date(campaign.checkOn), '说明': campaign.note}),
            h('div.rf-numbers', number(figures.checked + '/' + figures.departments, '已检查科室'), number(figures.findings, '发现问题'), number(figures.corrected, '已整改到位'), number(figures.returned, '退回次数')),
            ...campaign.departments.map(check => h('details.rf-task', h('summary', h('span.rf-task-title', check.departmentName), h(check.callOffReason ? 'span.rf-badge' : 'span.rf-badge.rf-GREEN', check.statusName),
                check.findings.length ? h('small', check.findings.length + ' 个问题') : null),
                h('div.rf-more', text(check.callOffReason), ...check.findings.map(finding => h('div.rf-finding', findingHead(finding), h('h4', '整改情况'), text(finding.correction), pictures(finding.evidence))), ...rechecks(check)))),
            h('a', {href: '/' + path.replace('/api/', ''), target: '_blank', rel: 'noopener'}, '打开督导检查页面'));
    },

    /** 监督建议 with everything that was answered so far; why it came back stands first. */
    async proposal(part, facts) {
        const proposal = await get(proposalOf(facts));
        const answers = [...proposal.answers].reverse();
        const refused = proposal.status === 'AWAITING_ANSWER' && answers[0];
        const answered = answer => h('div.rf-decision', h('div.rf-who', h('b', '第' + answer.number + '次答复'), answer.accepted === null ? null : h('span.rf-badge.rf-' + (answer.accepted ? 'GREEN' : 'YELLOW'), answer.accepted ? '通过' : '退回'),
            h('small', answer.answeredByName + ' · ' + dateTime(answer.answeredAt))), text(answer.text), pictures(answer.files),
            answer.accepted === false ? h('div.rf-quiet', '退回意见：' + answer.opinion) : null);
        part.replaceChildren(
            refused ? h('div.rf-alert', h('strong', '上次的答复被退回，请按以下意见重新答复'), h('div.rf-who', h('b', refused.judgedByName), h('small', dateTime(refused.judgedAt))), text(refused.opinion)) : '',
            h('h3.rf-title', proposal.title, h('small', proposal.proposalNumber)),
            facts_({'对象': proposal.departmentName, '提出': proposal.filedByName + ' · ' + dateTime(proposal.filedAt), '答复期限': date(proposal.answerDueOn),
                '所涉任务': proposal.taskNumber && h('a', {href: '/tasks/' + encodeURIComponent(proposal.taskNumber), target: '_blank', rel: 'noopener'}, proposal.taskTitle)}),
            h('h4', '监督建议'), text(proposal.text), pictures(proposal.files),
            ...(answers.length ? [h('h4', '答复'), ...answers.map(answered)] : []));
    },

    async answerFiles(part, facts, form) {
        const path = proposalOf(facts);
        const {answerFiles} = await get(path);
        const box = new FileBox({files: answerFiles, form, label: '选择文件', folder: async () => path + '/files', read: async () => (await get(path)).answerFiles});
        form.guards.push(() => box.isUploading() ? '材料还在上传，请等上传完再提交' : null);
        part.replaceChildren(h('h4', '随附材料', h('small', '可不上传')), box.element);
    },

    /** What {@link upload} has taken so far. */
    async filed(part, facts) {
        const task = await facts.task();
        const files = task.evidence.filter(file => file.round === task.round);
        part.replaceChildren(h('h4', '佐证材料', h('small', files.length ? files.length + ' 份' : '还没有')), h('ul.rf-files', ...files.map(file => h('li', fileLink(facts, file), fileNote(file)))));
    },

    async upload(part, facts, form) {
        const task = await facts.task();
        const me = form.camForm.options.urlParams.userId;
        const optional = 'optional' in part.dataset;
        await fileZone(part, facts, form, {
            path: facts.taskPath + '/evidence', heading: h('h4', '佐证材料', h('small', optional ? '可不上传；与责任科室的材料一并报验' : '第' + task.round + '次报验，至少一份')),
            objection: filed => optional || filed.length ? null : '本次报验还没有佐证材料，请先上传至少一份再提交',
            filed: async () => (await get(facts.taskPath + '/evidence')).content.filter(file => file.round === task.round),
            mayTakeBack: file => !optional || file.uploadedBy === me
        });
    }
};

// half-month reports ------------------------------------------------------------------------------------------------

const NOTHING_NEW = ['按计划推进，本期无新情况', '等待上级或其他单位批复', '受天气或季节影响暂缓', '经费、采购手续正在办理'];
const SAVE_AFTER_MS = 600;
const RETRY_AFTER_MS = 10000;

function reportTable(rows) {
    return h('div.rf-report', h('div.rf-report-row.rf-report-head', h('div', '任务与上期进展'), h('div', '进展情况'), h('div', '存在困难'), h('div', '下一步打算')), ...rows);
}

function aboutTask(line, measures) {
    return h('div.rf-report-task',
        h('a', {href: '/tasks/' + encodeURIComponent(line.taskNumber), target: '_blank', rel: 'noopener'}, line.title),
        h('div.rf-quiet', h('span', line.taskNumber), line.lead ? null : h('span.rf-badge', '配合'), h('span', line.deadline ? date(line.deadline) + '前' : '期限未定'), deadlineBadge(line.daysLeft)),
        line.repeated ? h('span.rf-badge.rf-RED', '连续两期无新进展') : null,
        line.lastProgress ? h('div.rf-report-last', {title: line.lastProgress}, h('b', '上期：'), line.lastProgress) : null,
        measures);
}

function measuresDone(line) {
    const {measures} = line;
    return measures.length ? '措施 ' + measures.filter(measure => measure.doneOn).length + '/' + measures.length : null;
}

function readRow(line) {
    const done = measuresDone(line);
    const measures = done && h('details.rf-measures', h('summary', done), h('ul', ...line.measures.map(measure => h('li', measure.text, measure.doneOn ? h('small', date(measure.doneOn) + '已完成') : null))));
    const cell = (name, content) => h('div.rf-report-cell', {'data-name': name}, content ? text(content) : h('span.rf-quiet', '—'));
    return h('div.rf-report-row' + (line.noChange ? '.rf-unchanged' : ''), aboutTask(line, measures),
        ...(line.noChange ? [h('div.rf-report-cell.rf-report-reason', h('span.rf-badge.rf-YELLOW', '本期无新进展'), text(line.hindrance))]
            : [cell('进展情况', line.progress), cell('存在困难', line.hindrance)]),
        cell('下一步打算', line.nextStep));
}

/** Every row saves itself in the ledger; submitting only says that the report is ready. */
function reportToFill(sheet, path, form) {
    const state = h('span.rf-saved', {role: 'status'}, '边填边存，随时可以离开再来');
    const saving = new Saving(form, state, rows => change('PUT', path, {rows}));
    const rows = sheet.rows.map(line => new FilledRow(line, sheet.today, form.drafts, saving));
    const left = h('span.rf-report-left');
    const rest = h('button.btn.btn-default', {type: 'button', onclick: () => rows.filter(row => row.isEmpty()).forEach(row => row.nothingNew(true))}, '其余未填的任务都按“本期无新进展”');
    const count = () => {
        const empty = rows.filter(row => row.isEmpty()).length;
        left.textContent = empty ? '已填 ' + (rows.length - empty) + '/' + rows.length + ' 项，还有 ' + empty + ' 项' : '✓ ' + rows.length + ' 项已全部填写';
        rest.hidden = !empty;
    };
    saving.onTouch = count;
    count();
    rows.forEach(row => row.resume());
    form.pending.push(() => saving.flush());
    form.guards.push(() => {
        const missing = rows.filter(row => row.missing());
        rows.forEach(row => row.element.classList.toggle('rf-row-missing', missing.includes(row)));
        return missing.length ? '还有 ' + missing.length + ' 项任务没有填写进展情况，也没有标记“本期无新进展”并说明原因：' + missing.map(row => row.line.title).slice(0, 5).join('、') + (missing.length > 5 ? '等' : '') : null;
    });
    return h('div', h('div.rf-report-bar', left, rest, state), reportTable(rows.map(row => row.element)));
}

class FilledRow {

    constructor(line, today, drafts, saving) {
        Object.assign(this, {line, today, drafts, saving});
        const box = (name, value, max) => {
            const area = h('textarea', {rows: 1, maxlength: max, 'aria-label': line.title + '：' + name, oninput: () => this.touched(), onblur: () => saving.flush()});
            area.value = value || '';
            return area;
        };
        this.progress = box('进展情况', line.progress, 2000);
        this.hindrance = box('存在困难', line.noChange ? '' : line.hindrance, 1000);
        this.reason = box('无新进展的原因', line.noChange ? line.hindrance : '', 1000);
        this.nextStep = box('下一步打算', line.nextStep, 1000);
        this.noChange = h('input', {type: 'checkbox', onchange: () => this.nothingNew(this.noChange.checked)});
        this.quick = h('div.rf-quick', ...NOTHING_NEW.map(reason => h('button', {type: 'button', onclick: () => { this.reason.value = reason; this.touched(); }}, reason)));
        this.cells = [h('div.rf-report-cell', {'data-name': '进展情况'}, this.progress), h('div.rf-report-cell', {'data-name': '存在困难'}, this.hindrance)];
        this.reasonCell = h('div.rf-report-cell.rf-report-reason', {'data-name': '原因'}, this.reason, this.quick);
        this.element = h('div.rf-report-row', aboutTask(line, h('div.rf-report-tools', h('label.rf-toggle', this.noChange, '本期无新进展'), line.measures.length ? measureTicks(line, today) : null)),
            ...this.cells, this.reasonCell, h('div.rf-report-cell', {'data-name': '下一步打算'}, this.nextStep));
        this.show(line.noChange);
    }

    show(noChange) {
        this.noChange.checked = noChange;
        this.cells.forEach(cell => { cell.hidden = noChange; });
        this.reasonCell.hidden = !noChange;
        this.element.classList.toggle('rf-unchanged', noChange);
    }

    nothingNew(noChange) {
        if (noChange && !this.reason.value.trim()) this.reason.value = NOTHING_NEW[0];
        this.show(noChange);
        this.touched();
        this.saving.flush();
    }

    touched() {
        this.drafts.write('row:' + this.line.taskNumber, this.value());
        this.element.classList.remove('rf-row-missing');
        this.saving.touch(this);
    }

    saved(sent) {
        if (JSON.stringify(sent) === JSON.stringify(this.value())) this.drafts.remove('row:' + this.line.taskNumber);
    }

    /** What an interruption kept from being saved is put back and saved now. */
    resume() {
        const kept = this.drafts.read('row:' + this.line.taskNumber);
        if (!kept) return;
        this.progress.value = kept.progress;
        this.nextStep.value = kept.nextStep;
        (kept.noChange ? this.reason : this.hindrance).value = kept.hindrance;
        this.show(kept.noChange);
        this.saving.touch(this);
    }

    isEmpty() {
        return !this.noChange.checked && !this.progress.value.trim();
    }

    missing() {
        return this.noChange.checked ? !this.reason.value.trim() : !this.progress.value.trim();
    }

    value() {
        const noChange = this.noChange.checked;
        return {taskNumber: this.line.taskNumber, progress: this.progress.value, hindrance: (noChange ? this.reason : this.hindrance).value, nextStep: this.nextStep.value, noChange};
    }
}

/** Writes changed rows to the ledger shortly after the last keystroke, and says whether they arrived. */
class Saving {

    constructor(form, state, send) {
        Object.assign(this, {form, state, send, dirty: new Set(), running: null, onTouch: () => {}});
        const leaving = () => form.root.isConnected ? this.flush() : removeEventListener('pagehide', leaving);
        addEventListener('pagehide', leaving);
    }

    touch(row) {
        this.dirty.add(row);
        this.later(SAVE_AFTER_MS);
        this.onTouch();
    }

    later(ms) {
        clearTimeout(this.timer);
        this.timer = setTimeout(() => this.flush(), ms);
    }

    /** @return null when nothing is left to save, otherwise a promise of whether it worked */
    flush() {
        clearTimeout(this.timer);
        if (!this.running && this.dirty.size) this.running = this.run().finally(() => { this.running = null; });
        return this.running;
    }

    async run() {
        while (this.dirty.size) {
            const rows = [...this.dirty];
            const values = rows.map(row => row.value());
            this.dirty.clear();
            this.say('正在保存…');
            try {
                await this.send(values);
            } catch (error) {
                rows.forEach(row => this.dirty.add(row));
                this.say('没有保存成功：' + error.message, h('button.btn-link', {type: 'button', onclick: () => this.flush()}, '重试'));
                if (error.temporary && this.form.root.isConnected) this.later(RETRY_AFTER_MS);
                return false;
            }
            rows.forEach((row, n) => row.saved(values[n]));
        }
        this.say('已保存 ' + new Date().toTimeString().slice(0, 5));
        return true;
    }

    say(words, retry) {
        this.state.replaceChildren(words, ...(retry ? [' ', retry] : []));
        this.state.classList.toggle('rf-unsaved', Boolean(retry));
    }
}

/** 措施 2/3, each to be ticked off with the day on which it was done. */
function measureTicks(line, today) {
    const summary = h('summary', measuresDone(line));
    const problem = h('div');
    const items = line.measures.map(measure => {
        const tick = h('input', {type: 'checkbox'});
        const day = h('input', {type: 'date', max: today, 'aria-label': '完成日期'});
        const show = () => {
            tick.checked = Boolean(measure.doneOn);
            day.value = measure.doneOn || '';
            day.hidden = !measure.doneOn;
            summary.textContent = measuresDone(line);
        };
        const write = async doneOn => {
            problem.replaceChildren();
            try {
                await change('PUT', '/api/tasks/' + encodeURIComponent(line.taskNumber) + '/measures/' + measure.ordinal, {doneOn});
                measure.doneOn = doneOn;
            } catch (error) {
                problem.replaceChildren(h('div.rf-alert', error.message));
            }
            show();
        };
        tick.onchange = () => write(tick.checked ? today : null);
        day.onchange = () => write(day.value || null);
        show();
        return h('li', h('label', tick, measure.text), day);
    });
    return h('details.rf-measures', summary, h('ul', ...items), problem);
}

/** Looks as the same report does on our own pages. */
function standingBadge(standing, editable) {
    const [colour, words] = {AWAITED: ['', '○ 待报'], ON_TIME: ['.rf-GREEN', '● 按时'], LATE: ['.rf-YELLOW', '◐ 补报'], MISSING: ['.rf-RED', editable ? '✕ 未报，现在提交记为补报' : '✕ 未报']}[standing];
    return h('span.rf-badge' + colour, words);
}

// supervision checks and proposals ---------------------------------------------------------------------------------------

/** Where the case and the check, or the whole campaign, of a business key are read. */
function checkOf(facts) {
    const [, caseNumber, campaign, department] = /^(.+)-DC-(\d+)(?::(.+))?$/.exec(facts.number);
    const casePath = '/api/cases/' + encodeURIComponent(caseNumber);
    return {casePath, path: casePath + '/campaigns/' + campaign + (department ? '/' + encodeURIComponent(department) : '')};
}

function proposalOf(facts) {
    const [, caseNumber, proposal] = /^(.+)-JY-(\d+)$/.exec(facts.number);
    return '/api/cases/' + encodeURIComponent(caseNumber) + '/proposals/' + proposal;
}

function checkHead(campaign, check) {
    return h('div', h('h3.rf-title', check.departmentName, h('small', campaign.title)),
        facts_({'检查日期': date(campaign.checkOn), '现场检查': check.checkedByName && check.checkedByName + ' · ' + dateTime(check.checkedAt),
            '整改期限': check.correctionDueOn && date(check.correctionDueOn), '整改': check.status === 'RECHECKING' ? check.correctedByName + ' · ' + dateTime(check.correctedAt) : null,
            '退回': check.returns ? check.returns + '次' : null}),
        campaign.note ? h('div.rf-quiet', campaign.note) : null);
}

function findingHead(finding) {
    return h('div', h('b', '问题' + finding.number + '　'), h('span.rf-text', finding.text),
        finding.taskNumber ? h('div.rf-quiet', '所涉任务：', h('a', {href: '/tasks/' + encodeURIComponent(finding.taskNumber), target: '_blank', rel: 'noopener'}, finding.taskTitle)) : null,
        pictures(finding.files));
}

/** Files to look at: photographs as photographs. */
function pictures(files) {
    return files.length ? h('div.rf-pictures', ...files.map(picture)) : '';
}

function picture(file) {
    const attributes = {href: file.href, title: file.fileName + '，' + file.uploadedByName + ' ' + dateTime(file.uploadedAt)};
    Object.assign(attributes, file.inline ? {target: '_blank', rel: 'noopener'} : {download: file.fileName});
    return h('a.rf-picture', attributes, file.contentType.startsWith('image/') ? h('img', {src: file.href, alt: file.fileName, loading: 'lazy'}) : file.fileName);
}

function lastReturn(check) {
    const last = check.rechecks[check.rechecks.length - 1];
    return last && !last.passed ? [h('div.rf-alert', h('strong', '复查退回，请按以下意见继续整改'), h('div.rf-who', h('b', last.personName), h('small', dateTime(last.recheckedAt))), text(last.opinion))] : [];
}

function rechecks(check) {
    return folded('以前的复查（' + check.rechecks.length + '次）', check.rechecks.map(recheck => h('div.rf-decision',
        h('div.rf-who', h('b', '第' + recheck.number + '次复查：' + (recheck.passed ? '通过' : '退回')), h('small', recheck.personName + ' · ' + dateTime(recheck.recheckedAt))), text(recheck.opinion))));
}

function isFound(form) {
    return form.root.querySelector('[name=findingsFound][value=true]').checked;
}

/** One click says it and hands it in. */
async function submitNothingFound(form, saving) {
    if (form.root.closest('.disabled-form')) return;
    await saving.flush();
    form.root.querySelector('[name=findingsFound][value=false]').checked = true;
    document.querySelector('.form-actions .btn-primary')?.click();
}

/** Files of a finding or an answer: taken with the camera where one holds a phone, or chosen; each may be taken back until it is handed on. */
class FileBox {

    /** folder says where to send them, read which there are then; camera offers a photograph at once. */
    constructor({files, form, folder, read, camera, label, onChange}) {
        Object.assign(this, {files: [...files], form, folder, read, onChange: onChange || (() => {})});
        this.shown = h('div.rf-pictures');
        this.bars = h('div');
        const picker = (words, attributes) => {
            const input = h('input', {type: 'file', 'aria-label': words, ...attributes, onchange: () => { const chosen = [...input.files]; input.value = ''; this.add(chosen); }});
            return h('label.btn.btn-default.rf-pick', input, words);
        };
        this.element = h('div', this.shown, this.bars, h('div.rf-finding-tools',
            camera ? picker('拍照', {accept: 'image/jpeg,image/png', capture: 'environment'}) : null,
            picker(label, {multiple: '', accept: camera ? 'image/jpeg,image/png' : '.pdf,.docx,.xlsx,.jpg,.jpeg,.png,.wps,.et'})));
        this.show();
    }

    isUploading() {
        return this.bars.querySelector('.rf-uploading') !== null;
    }

    async add(chosen) {
        if (!chosen.length || this.form.root.closest('.disabled-form')) return;
        try {
            await uploadAll(await this.folder(), chosen, this.bars, files => this.add(files));
            this.files = await this.read();
        } catch (error) {
            this.bars.replaceChildren(h('div.rf-alert', error.message));
        }
        this.show();
        this.onChange();
    }

    show() {
        this.shown.replaceChildren(...this.files.map(file => h('div.rf-picture-box', picture(file), takeBack(file.href, file.fileName, () => {
            this.files = this.files.filter(each => each !== file);
            this.show();
            this.onChange();
        }))));
    }
}

class FindingCard {

    constructor(finding, {draft, path, tasks, form, saving, touched, gone}) {
        Object.assign(this, {path, form, saving, touched, gone, id: finding ? finding.id : null, dirty: false, creating: null});
        this.draft = finding && finding.draft || draft || Date.now().toString(36) + Math.random().toString(36).slice(2);
        this.number = h('b');
        this.text = h('textarea', {rows: 3, maxlength: 2000, 'aria-label': '检查发现的问题', placeholder: '在哪里、发现什么问题', oninput: () => this.touch(), onblur: () => saving.flush()});
        this.text.value = finding ? finding.text : '';
        this.task = h('select', {'aria-label': '所涉整改任务', onchange: () => this.touch()}, h('option', {value: ''}, '不涉及具体整改任务'),
            ...tasks.map(task => h('option', {value: task.taskNumber}, task.title)));
        this.task.value = finding && finding.taskNumber || '';
        this.box = new FileBox({files: finding ? finding.files : [], form, camera: true, label: '选照片', onChange: touched,
            folder: async () => { await this.ensure(); return this.path + '/findings/' + this.id + '/files'; },
            read: async () => (await get(this.path)).check.findings.find(each => each.id === this.id).files});
        const problem = h('div');
        const strike = twice('删去', async () => {
            if (form.root.closest('.disabled-form')) return;
            const reason = this.id ? await removed(this.path + '/findings/' + this.id) : null;
            if (reason) {
                problem.replaceChildren(h('div.rf-alert', reason));
                return;
            }
            saving.dirty.delete(this);
            this.element.remove();
            gone();
        }, '删去这个问题');
        this.element = h('div.rf-finding', h('div.rf-finding-head', this.number, strike), h('div.rf-field', this.text), this.box.element, h('div.rf-field', this.task), problem);
    }

    touch() {
        this.dirty = true;
        this.saving.touch(this);
        this.touched();
    }

    value() {
        return {card: this, text: this.text.value, taskNumber: this.task.value};
    }

    async save({text, taskNumber}) {
        if (!this.id) await this.ensure();
        await change('PUT', this.path + '/findings/' + this.id, {text, taskNumber});
        this.dirty = this.text.value !== text || this.task.value !== taskNumber;
    }

    /** The ledger's number for it. Where the page was left before the answer came, the draft's name finds it again. */
    ensure() {
        if (this.id) return Promise.resolve();
        return this.creating ??= change('POST', this.path + '/findings', {text: this.text.value, taskNumber: this.task.value, draft: this.draft}).then(answer => answer.json())
            .then(finding => { this.id = finding.id; }).finally(() => { this.creating = null; });
    }

    saved() {}

    resume(kept) {
        this.text.value = kept.text;
        this.task.value = kept.taskNumber;
        this.touch();
    }

    isUnsaved() {
        return this.dirty;
    }

    isEmpty() {
        return !this.text.value.trim() && !this.box.files.length;
    }

    isUploading() {
        return this.box.isUploading();
    }
}

class CorrectionCard {

    constructor(finding, {path, form, saving}) {
        Object.assign(this, {finding, form, saving, path: path + '/findings/' + finding.id});
        this.text = h('textarea', {rows: 3, maxlength: 2000, 'aria-label': '问题' + finding.number + '的整改情况', placeholder: '写明怎样整改、效果如何', oninput: () => this.touch(), onblur: () => saving.flush()});
        this.text.value = finding.correction || '';
        this.box = new FileBox({files: finding.evidence.filter(file => !file.kept), form, label: '上传佐证（照片、文件）', folder: async () => this.path + '/files',
            read: async () => (await get(path)).check.findings.find(each => each.id === finding.id).evidence.filter(file => !file.kept)});
        this.earlier = finding.evidence.filter(file => file.kept);
        this.element = h('div.rf-finding', findingHead(finding), h('div.rf-field', this.text), pictures(this.earlier), this.box.element);
    }

    touch() {
        this.form.drafts.write('correction:' + this.finding.id, this.text.value);
        this.saving.touch(this);
    }

    value() {
        return {path: this.path + '/correction', text: this.text.value};
    }

    saved(sent) {
        if (sent.text === this.text.value) this.form.drafts.remove('correction:' + this.finding.id);
    }

    resume() {
        const kept = this.form.drafts.read('correction:' + this.finding.id);
        if (kept === undefined) return;
        this.text.value = kept;
        this.saving.touch(this);
    }

    missing() {
        if (this.box.isUploading()) return '问题' + this.finding.number + '的材料还在上传，请等上传完再提交';
        if (!this.text.value.trim()) return '请填写问题' + this.finding.number + '的整改情况';
        return this.box.files.length || this.earlier.length ? null : '请上传问题' + this.finding.number + '的整改佐证';
    }
}

// evidence ----------------------------------------------------------------------------------------------------------

/** Where files are dropped or chosen, listed and taken back; {@code objection} says of the files filed so far why the form cannot go yet. */
async function fileZone(part, facts, form, {path, heading, filed, mayTakeBack, objection}) {
    const list = h('ul.rf-files');
    const bars = h('div');
    let files = [];
    const refresh = async () => {
        files = await filed();
        list.replaceChildren(...files.map(file => h('li', fileLink(facts, file), fileNote(file), mayTakeBack(file) ? takeBack(path + '/' + file.id, file.fileName, refresh) : null)));
    };
    const listed = async retry => {
        try {
            await refresh();
            return true;
        } catch (error) {
            bars.append(h('div.rf-alert', {role: 'alert'}, '已传材料的清单没有读到：' + error.message, h('button.btn-link', {type: 'button', onclick: retry}, '重试')));
            return false;
        }
    };
    const settle = async () => {
        if (await listed(() => { bars.replaceChildren(); settle(); }) && !lacking()) mark(zone, null);
    };
    const add = async (added, before = files) => {
        if (!added.length || form.root.closest('.disabled-form')) return;
        await uploadAll(path, [...added], bars, rest => again(rest, before));
        await settle();
    };
    // What got stuck may have been filed all the same.
    const again = async (rest, before) => {
        bars.replaceChildren();
        if (!await listed(() => again(rest, before))) return;
        const come = files.filter(file => !before.some(known => known.id === file.id));
        await add(rest.filter(file => !come.some(filed => filed.fileName === file.name && filed.size === file.size)), before);
    };
    const picker = h('input', {type: 'file', multiple: '', accept: '.pdf,.docx,.xlsx,.jpg,.jpeg,.png,.wps,.et', 'aria-label': '选择佐证材料',
        onchange: () => { const added = [...picker.files]; picker.value = ''; add(added); }});
    const zone = h('label.rf-drop', picker, h('b', '选择文件'), ' 或把文件拖到这里',
        h('small', '可一次选多份；PDF、Word（docx）、Excel（xlsx）、图片（jpg、png）、WPS（wps、et），每份不超过 20 MB'));
    for (const name of ['dragenter', 'dragover']) zone.addEventListener(name, event => { event.preventDefault(); zone.classList.add('rf-over'); });
    for (const name of ['dragleave', 'drop']) zone.addEventListener(name, event => { event.preventDefault(); zone.classList.remove('rf-over'); });
    zone.addEventListener('drop', event => add(event.dataTransfer.files));
    part.replaceChildren(heading, zone, bars, list);
    const lacking = Object.assign(() => bars.querySelector('.rf-uploading') ? '佐证材料还在上传，请等上传完再提交' : objection(files), {box: zone});
    form.guards.push(lacking);
    await refresh();
}

/** One request a file, so that one refused file does not cost the others; one bar for all of them. {@code again} takes those once more that got stuck. */
async function uploadAll(path, files, bars, again) {
    const total = files.reduce((sum, file) => sum + file.size, 0) || 1;
    const filled = h('div.rf-bar-filled');
    const label = h('span');
    const bar = h('div.rf-uploading', label, h('div.rf-bar', filled));
    bars.replaceChildren(bar);
    let before = 0;
    for (const [index, file] of files.entries()) {
        label.textContent = '正在上传 ' + (index + 1) + '/' + files.length + '：' + file.name;
        const problem = await upload(path, file, sent => { filled.style.width = Math.min(100, 100 * (before + sent) / total) + '%'; });
        before += file.size;
        if (problem === STUCK || problem === UNANSWERED) {
            const rest = files.slice(index);
            bars.append(h('div.rf-alert', {role: 'alert'}, '“' + file.name + '”' + (rest.length > 1 ? '等' + rest.length + '份' : '') + (problem === STUCK ? '没有传上：' + STUCK_AFTER / 1000 + '秒没有进展' : '没有等到结果：传完后' + UNANSWERED_AFTER / 60000 + '分钟没有答复') + '，可能是网络中断。填写的内容和已传上的材料都还在，请检查网络后', h('button.btn-link', {type: 'button', onclick: () => again(rest)}, '重试'), '。'));
            break;
        }
        if (problem) bars.append(h('div.rf-alert', problem));
    }
    bar.remove();
    bars.querySelector('.rf-alert')?.scrollIntoView({block: 'center'});
}

const STUCK = 'STUCK';
const UNANSWERED = 'UNANSWERED';

/** @return the reason why the file was not taken, STUCK where it came to a halt, UNANSWERED where it was sent and nothing came back, or null */
function upload(path, file, progress) {
    return new Promise(resolve => {
        const body = new FormData();
        body.append('file', file);
        const request = new XMLHttpRequest();
        request.open('POST', path);
        request.setRequestHeader('X-' + CSRF_COOKIE, csrfToken());
        let patience;
        const wait = (end, millis) => {
            clearTimeout(patience);
            patience = setTimeout(() => { request.abort(); resolve(end); }, millis);
        };
        request.upload.onprogress = event => { wait(STUCK, STUCK_AFTER); progress(event.loaded); };
        request.upload.onload = () => wait(UNANSWERED, UNANSWERED_AFTER);
        request.onloadend = () => clearTimeout(patience);
        request.onload = () => resolve(request.status === 201 ? null : detailOf(request.responseText)
            || (request.status === 413 ? '“' + file.name + '”超过每份 20 MB 的限制，请压缩或拆分后再上传' : '“' + file.name + '”没有传上，请重试'));
        request.onerror = () => resolve('网络中断或文件读不出，“' + file.name + '”没有传上，请重试');
        wait(STUCK, STUCK_AFTER);
        request.send(body);
    });
}

/** A button that takes a second click, since a misplaced first one would cost something. */
function twice(words, deed, label) {
    const button = h('button.btn-link.rf-delete', {type: 'button', 'aria-label': label}, words);
    let sure = false;
    button.onclick = () => {
        if (sure) return deed();
        sure = true;
        button.textContent = '再点一次' + words;
        setTimeout(() => { sure = false; button.textContent = words; }, 4000);
    };
    return button;
}

function takeBack(path, fileName, done) {
    const button = twice('删除', async () => {
        const reason = await removed(path);
        if (reason) button.after(h('div.rf-alert', reason));
        else await done();
    }, '删除' + fileName);
    return button;
}

function fileLink(facts, file) {
    const attributes = {href: facts.taskPath + '/evidence/' + file.id};
    Object.assign(attributes, file.inline ? {target: '_blank', rel: 'noopener'} : {download: file.fileName});
    return h('a', attributes, file.fileName);
}

function fileNote(file) {
    return h('small', size(file.size) + ' · ' + (file.uploadedByName || file.uploadedBy) + ' · ' + dateTime(file.uploadedAt));
}

// pieces ------------------------------------------------------------------------------------------------------------

function casePage(facts, label) {
    return h('a.btn.btn-primary', {href: '/cases/' + encodeURIComponent(facts.number), target: '_blank', rel: 'noopener'}, label || '打开案件页面');
}

function facts_(entries, layout = '') {
    return h('dl.rf-facts' + layout, ...Object.entries(entries).filter(([, value]) => value !== null && value !== undefined)
        .map(([name, value]) => h('div', h('dt', name), h('dd', value))));
}

function number(value, label, note, isWarning) {
    return h('div' + (isWarning ? '.rf-warning' : ''), h('b', String(value)), label, note ? h('small', note) : null);
}

/** What counts as signed off without going through the four hands: whoever agrees to the plan agrees to it. */
function historical(signOffs) {
    return [
        h('h4', '历史销号', h('small', signOffs.total + ' 项，接管前已在纸面上销号，随方案一并审定；下达后不再办理，请对照会议纪要核对')),
        h('ul.rf-files', ...signOffs.content.map(signOff => h('li', taskPage(signOff, signOff.title), h('small', signOff.taskNumber + ' · ' + date(signOff.signedOffOn) + '销号，' + signOff.decidedBy + '审定；' + signOff.recordedByName + '登记'),
            h('div', '会议纪要：', ...signOff.minutes.flatMap((file, at) => [at ? '、' : '', fileLink({taskPath: '/api/tasks/' + encodeURIComponent(signOff.taskNumber)}, file)]))))),
        signOffs.total > signOffs.content.length ? h('p.rf-note', '这里列出前 ' + signOffs.content.length + ' 项，其余见台账的“只看历史销号”。') : ''];
}

function taskLine(task, words) {
    const more = h('div.rf-more');
    const line = h('details.rf-task',
        h('summary', h('span.rf-task-title', task.title), task.historical ? h('span.rf-badge.rf-DONE', '历史销号') : deadlineBadge(task.daysLeft, task.light), task.status === 'NOT_STARTED' ? null : h('small', words.statuses[task.status]),
            h('div.rf-quiet', [task.taskNumber, words.kinds[task.kind], words.departments[task.leadDepartment] || '责任科室未定', words.people[task.leadLeader] || '责任领导未定',
                task.deadline ? date(task.deadline) + '前' : '期限未定'].filter(each => each).join(' · '))),
        more);
    line.addEventListener('toggle', async () => {
        if (!line.open || more.hasChildNodes()) return;
        try {
            const file = await get('/api/tasks/' + encodeURIComponent(task.taskNumber));
            more.replaceChildren(facts_({'整改措施': file.measures.length ? h('ol', ...file.measures.map(measure => h('li', measure.text, measureNote(measure, words)))) : '未填',
                '销号标准': file.signOffStandard || '未填', '配合科室': supporters(file, words) || '无'}, '.rf-long'));
        } catch (error) {
            more.textContent = error.message;
        }
    });
    return line;
}

/** Departments and outside bodies alike; every department but the lead one goes by one name. */
function supporters(task, words) {
    const codes = task.supportingDepartments;
    const all = codes.includes('ALL') || codes.length > 1 && codes.length === Object.keys(words.departments).length - 1;
    return [...(all ? ['全局各科室'] : codes.map(code => words.departments[code] || code)), ...task.supportingBodies].join('、');
}

function unticked(task) {
    return task.measures.filter(measure => !measure.doneOn);
}

function taskPage(task, words) {
    return h('a', {href: '/tasks/' + encodeURIComponent(task.taskNumber), target: '_blank', rel: 'noopener'}, words);
}

/** Whoever hands the task on, or judges it, sees what nobody has ticked yet. */
function measuresLeft(task) {
    const left = unticked(task).length;
    return left ? h('div', h('span.rf-badge.rf-YELLOW', '还有 ' + left + ' 条没有勾选完成'), ' ', taskPage(task, '到任务页面看')) : null;
}

/** Whoever says yes all the same is asked once; what was ticked meanwhile, in another window, is asked about no more. */
function aboutMeasures(form, facts, task, deed) {
    let settled = false;
    let asking = null;
    const question = async () => {
        const left = unticked(await Promise.race([get(facts.taskPath).catch(() => task), new Promise(resolve => setTimeout(resolve, 3000, task))]));
        settled = !left.length || await ask('还有' + left.length + '条措施没有勾选完成，仍要' + deed + '吗？',
            h('div', h('ol', ...left.map(measure => h('li', {value: measure.ordinal}, measure.text))), h('p', '不勾选也可以' + deed + '；已经完成的，由责任科室到', taskPage(task, '任务页面'), '勾选。')), '仍要' + deed);
        return settled;
    };
    return () => {
        if (settled || form.root.classList.contains('rf-refusing') || !unticked(task).length) return null;
        if (asking) return Promise.resolve(false);
        return asking = question().finally(() => { asking = null; });
    };
}

function measureNote(measure, words) {
    const notes = [measure.responsible && (words.people[measure.responsible] || measure.responsible), measure.deadline && date(measure.deadline) + '前', measure.doneOn && date(measure.doneOn) + '已完成'];
    return notes.some(note => note) ? h('small', '（' + notes.filter(note => note).join('，') + '）') : null;
}

function decisionLine(decision) {
    const submitted = decision.role === 'SUBMITTER';
    return h('div.rf-decision', h('div.rf-who', h('b', submitted ? '整改完成情况' : decision.roleName + (decision.approved ? '：同意' : '：退回')),
        h('small', (decision.personName || decision.person) + ' · ' + dateTime(decision.decidedAt))), text(decision.opinion));
}

/** What was signed off before the takeover went through none of our rounds. */
function roundName(round) {
    return round === 0 ? '历史销号' : '第' + round + '次报验';
}

function lookBackLine(lookBack) {
    return h('div.rf-decision', h('div.rf-who', h('b', roundName(lookBack.round) + '后回头看：' + lookBack.statusName), h('small', (lookBack.decidedByName || lookBack.decidedBy) + ' · ' + dateTime(lookBack.decidedAt))),
        text(lookBack.opinion), lookBack.evidence.length ? h('ul.rf-files', ...lookBack.evidence.map(file => h('li', fileLink({taskPath: '/api/tasks/' + encodeURIComponent(lookBack.taskNumber)}, file), fileNote(file)))) : null);
}

function instalmentLine(instalment) {
    return h('div.rf-decision', h('div.rf-who', h('b', instalment.name), h('span.rf-badge.rf-GREEN', '已确认'),
        h('small', (instalment.confirmedByName || instalment.confirmedBy) + (instalment.outside ? ' 代填' : '') + ' · ' + dateTime(instalment.confirmedAt))), text(instalment.text));
}

/** A body without accounts: whoever handles the task writes down what it did and who there said so. */
function outsideInstalment(instalment, facts, form, part) {
    const name = 'outside:' + instalment.party;
    const box = h('textarea', {rows: 3, maxlength: 2000, 'aria-label': instalment.name + '的配合落实情况', placeholder: '写明该单位做了什么、由该单位哪位同志确认', oninput: () => { form.drafts.write(name, box.value); mark(box, null); }});
    box.value = form.drafts.read(name) ?? '';
    const problem = h('div');
    const save = h('button.btn.btn-default', {type: 'button', onclick: async () => {
        if (form.root.closest('.disabled-form')) return;
        if (!box.value.trim()) {
            problem.replaceChildren(h('div.rf-alert', '请填写' + instalment.name + '的配合落实情况'));
            return;
        }
        save.disabled = true;
        try {
            await change('PUT', facts.taskPath + '/instalments/' + encodeURIComponent(instalment.party), {text: box.value});
            form.drafts.remove(name);
            facts.known = {};
            await PARTS.instalments(part, facts, form);
        } catch (error) {
            problem.replaceChildren(h('div.rf-alert', error.message));
            save.disabled = false;
        }
    }}, '代为确认');
    form.guards.push(Object.assign(() => !box.isConnected ? null : box.value.trim() ? instalment.name + '的配合落实情况还没有保存，请先点“代为确认”' : '请填写' + instalment.name + '的配合落实情况，再点“代为确认”', {box}));
    return h('div.rf-decision', h('div.rf-who', h('b', instalment.name), h('span.rf-badge.rf-YELLOW', '待确认'), h('small', '由责任科室代填，填后不能再改')), h('div.rf-field', box), save, problem);
}

function opinionLine(opinion) {
    const grade = {good: '好', fair: '一般', poor: '差'}[opinion.grade];
    return h('div.rf-decision', h('div.rf-who', h('b', opinion.groupName + (opinion.approved === null ? '' : opinion.approved ? '：同意' : '：退回')),
        grade ? h('span.rf-badge', '评价：' + grade) : null, h('small', opinion.personName + ' · ' + dateTime(opinion.givenAt))), text(opinion.opinion));
}

function deadlineBadge(daysLeft, light) {
    if (daysLeft === null || daysLeft === undefined) return null;
    if (light === 'PAUSED') return h('span.rf-badge', '暂停计时');
    if (light === 'DONE') return null;
    return h('span.rf-badge' + (light ? '.rf-light.rf-' + light : daysLeft < 0 ? '.rf-RED' : ''), inWords(daysLeft));
}

function putOffNote(workingDay) {
    return workingDay ? h('small', '（截止日逢休息日，顺延至' + date(workingDay).slice(5) + '）') : null;
}

function folded(title, content) {
    return content.length ? [h('details.rf-folded', h('summary', title), ...content)] : [];
}

function text(content) {
    return h('div.rf-text', content || '（未填写）');
}

function date(iso) {
    if (!iso) return '—';
    const [year, month, day] = iso.slice(0, 10).split('-').map(Number);
    return year + '年' + month + '月' + day + '日';
}

function dateTime(iso) {
    return date(iso) + ' ' + iso.slice(11, 16);
}

function daysBetween(from, to) {
    return Math.round((Date.parse(to) - Date.parse(from)) / 86400000);
}

function size(bytes) {
    if (bytes < 1024) return '不足1 KB';
    return bytes < 1024 * 1024 ? Math.floor(bytes / 1024) + ' KB' : (bytes / 1024 / 1024).toFixed(1) + ' MB';
}

// plumbing ----------------------------------------------------------------------------------------------------------

async function get(path, signal = AbortSignal.timeout(LOST_AFTER)) {
    let answer;
    try {
        answer = await fetch(path, {headers: {Accept: 'application/json'}, signal});
    } catch (offline) {
        throw new Error('网络不通，读不到台账内容，请稍后刷新页面。');
    }
    if (!answer.ok) throw new Error(detailOf(await answer.text()) || '读不到台账内容，请刷新页面后重试。');
    return answer.json();
}

/** Writes to the ledger; an error is {@code temporary} where trying again may help. */
async function change(method, path, body) {
    const failed = (message, temporary) => Object.assign(new Error(message), {temporary});
    const content = JSON.stringify(body);
    let answer;
    try {
        answer = await fetch(path, {method, body: content, keepalive: content.length < 15000, signal: AbortSignal.timeout(LOST_AFTER),
            headers: {Accept: 'application/json', 'Content-Type': 'application/json', ['X-' + CSRF_COOKIE]: csrfToken()}});
    } catch (offline) {
        throw failed('网络不通，稍后自动重试', true);
    }
    if (answer.status === 401) throw failed('登录已过期，请在新窗口重新登录后点重试', false);
    if (!answer.ok) throw failed(detailOf(await answer.text()) || '系统故障，稍后自动重试', answer.status >= 500);
    return answer;
}

/** @return the reason why it is still there, or null */
async function removed(path) {
    try {
        const answer = await fetch(path, {method: 'DELETE', headers: {['X-' + CSRF_COOKIE]: csrfToken()}, signal: AbortSignal.timeout(LOST_AFTER)});
        return answer.ok ? null : detailOf(await answer.text()) || '没有删除成功，请重试';
    } catch (offline) {
        return '网络不通，没有删除成功，请稍后重试';
    }
}

function detailOf(body) {
    try {
        return JSON.parse(body).detail || null;
    } catch (notOurs) {
        return null;
    }
}

function csrfToken() {
    const cookie = document.cookie.split('; ').find(each => each.startsWith(CSRF_COOKIE + '='));
    return cookie ? decodeURIComponent(cookie.slice(CSRF_COOKIE.length + 1)) : '';
}

/** An element; strings among the children become text, never markup. */
function h(what, ...rest) {
    const [tag, ...classes] = what.split('.');
    const element = document.createElement(tag);
    element.classList.add(...classes);
    const [first] = rest;
    const hasAttributes = first !== null && typeof first === 'object' && !Array.isArray(first) && !(first instanceof Node);
    if (hasAttributes) {
        for (const [name, value] of Object.entries(rest.shift())) {
            if (name.startsWith('on')) element[name] = value;
            else element.setAttribute(name, value);
        }
    }
    element.append(...rest.flat().filter(child => child !== null && child !== undefined));
    return element;
}
