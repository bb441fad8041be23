/* How long there is to a due day, counted as all pages count: from the server's day on, and a term that would end on a day off ends on the next working day. */

const HOUR = 3600000;
const DAY = 24 * HOUR;
let known, knownIn;

/** What /api/days says; asked once an hour at most, since Tasklist stays open for days. */
export function dueDays() {
    const hour = Math.floor(Date.now() / HOUR);
    if (knownIn !== hour) {
        knownIn = hour;
        known = fetch('/api/days', {headers: {Accept: 'application/json'}, signal: AbortSignal.timeout(10000)}).then(answer => answer.ok ? answer.json() : Promise.reject(new Error('读不到工作日历，请刷新页面后重试。')));
        known.catch(() => { knownIn = undefined; });
    }
    return known;
}

/** Negative once it is over. @param due ISO, as in the answer of {@link dueDays} */
export function daysLeft({today, putOff}, due) {
    const end = due < today && putOff[due] || due;
    return Math.round((Date.parse(end) - Date.parse(today)) / DAY);
}

export function inWords(daysLeft) {
    return daysLeft < 0 ? '已超期' + -daysLeft + '天' : daysLeft === 0 ? '今天到期' : '还有' + daysLeft + '天';
}
