// 整改台账: columns that one does not want, and the keyboard.
(function () {
  'use strict';

  var page = document.getElementById('ledger');
  var boxes = Array.from(page.querySelectorAll('[data-columns] input'));
  var KEPT = 'ledger-columns-hidden';

  function kept() {
    try { return JSON.parse(localStorage.getItem(KEPT)) || []; } catch (e) { return []; }
  }
  function show(hidden) {
    boxes.forEach(function (box) {
      box.checked = hidden.indexOf(box.value) < 0;
      page.classList.toggle('hide-' + box.value, !box.checked);
    });
  }
  show(kept());
  page.querySelector('[data-columns]').addEventListener('change', function () {
    var hidden = boxes.filter(function (box) { return !box.checked; }).map(function (box) { return box.value; });
    try { localStorage.setItem(KEPT, JSON.stringify(hidden)); } catch (e) { /* a browser that keeps nothing still hides them now */ }
    show(hidden);
  });
  document.addEventListener('click', function (event) {
    var menu = page.querySelector('[data-columns][open]');
    if (menu && !menu.contains(event.target)) menu.open = false;
  });

  // The row under the keyboard is the one whose link has the focus, so that Enter opens it as any link.
  function move(by) {
    var links = Array.from(page.querySelectorAll('[data-row] .cell-main > a'));
    if (!links.length) return;
    var at = links.indexOf(document.activeElement);
    var next = links[at < 0 ? 0 : Math.max(0, Math.min(links.length - 1, at + by))];
    next.focus();
    next.closest('tr').scrollIntoView({block: 'nearest'});
  }
  document.addEventListener('keydown', function (event) {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    var typing = event.target.closest('input, select, textarea');
    var search = document.getElementById('ledger-q');
    if (typing && !(typing === search && (event.key === 'ArrowDown' || event.key === 'Escape'))) return;
    if (event.key === '/') search.focus();
    else if (event.key === 'Escape') search.blur();
    else if (event.key === 'ArrowDown' || event.key === 'j') move(1);
    else if (event.key === 'ArrowUp' || event.key === 'k') move(-1);
    else return;
    event.preventDefault();
  });
})();
