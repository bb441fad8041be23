// The proposals of a feedback file: looked over, merged, split and chosen here; the server sees them when they are registered.
(function () {
  'use strict';
  var form = document.getElementById('feedback');
  if (!form) return;
  var source = form.querySelector('.source-lines');

  function all(selector, within) { return Array.from((within || form).querySelectorAll(selector)); }
  function cards() { return all('.proposal'); }
  function field(card, name) { return card.querySelector('[name=' + name + ']'); }
  function sourcesOf(card) { return (card.dataset.sources || '').split(',').filter(Boolean).map(Number); }
  function isChosen(card) { return card.querySelector('[data-choose]').checked; }
  function line(index) { return source.querySelector('[data-index="' + index + '"]'); }

  // Numbers are those the server will speak of: the chosen problems in the order of the page.
  function refresh() {
    var number = 0, lacking = 0, numbers = {};
    cards().forEach(function (card) {
      var chosen = isChosen(card);
      card.classList.toggle('left-out', !chosen);
      card.querySelector('fieldset').disabled = !chosen;
      card.querySelector('.problem-number').textContent = chosen ? ++number : '不登记';
      if (!chosen) return;
      if (!field(card, 'aspect').value.trim()) lacking++;
      sourcesOf(card).forEach(function (index) { (numbers[index] = numbers[index] || []).push(number); });
    });
    all('.source-line').forEach(function (each) {
      var used = numbers[each.dataset.index];
      each.classList.toggle('is-used', !!used);
      each.querySelector('.source-tag').textContent = used ? '问题' + used.join('、') : each.classList.contains('source-unplaced') ? '待判断'
        : each.classList.contains('source-aside') ? '不属于问题' : each.classList.contains('source-heading') ? '标题' : '不登记';
    });
    form.querySelector('[data-count]').textContent = number;
    form.querySelector('.register-bar .btn-primary').disabled = number === 0;
    form.querySelector('[data-lacking]').textContent = lacking;
    form.querySelector('[data-fill-aspect]').hidden = lacking === 0;
    all('.proposal-group').forEach(function (group) { if (!group.querySelector('.proposal')) group.remove(); });
  }

  function select(card, scrollSource) {
    all('.is-selected').forEach(function (each) { each.classList.remove('is-selected'); });
    card.classList.add('is-selected');
    var lines = sourcesOf(card).map(line).filter(Boolean);
    lines.forEach(function (each) { each.classList.add('is-selected'); });
    if (scrollSource && lines.length) source.scrollTop = lines[0].offsetTop - source.offsetTop - 40;
  }

  function newCard(values, sources) {
    var card = document.getElementById('new-proposal').content.firstElementChild.cloneNode(true);
    Object.keys(values).forEach(function (name) { field(card, name).value = values[name]; });
    card.dataset.sources = sources.join(',');
    return card;
  }

  function titleOf(text) {
    var bare = text.replace(/^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．，]+)\s*/, '');
    var sentence = bare.split(/[。；\n]/)[0];
    return sentence.length > 60 ? sentence.slice(0, 60) + '…' : sentence;
  }

  function joined(one, other) { return [one.trim(), other.trim()].filter(Boolean).join('\n'); }

  function merge(card) {
    var all = cards(), before = all[all.indexOf(card) - 1];
    if (!before) return;
    var title = field(card, 'title').value.trim(), text = field(card, 'text').value.trim();
    field(before, 'text').value = joined(field(before, 'text').value, text.indexOf(title) >= 0 ? text : title + '。' + text);
    field(before, 'progress').value = joined(field(before, 'progress').value, field(card, 'progress').value);
    field(before, 'measures').value = joined(field(before, 'measures').value, field(card, 'measures').value);
    before.dataset.sources = Array.from(new Set(sourcesOf(before).concat(sourcesOf(card)))).sort(function (a, b) { return a - b; }).join(',');
    before.querySelector('[data-choose]').checked = true;
    card.remove();
    refresh();
    select(before, true);
    before.scrollIntoView({block: 'nearest'});
  }

  // Where the cursor stands in a later paragraph, that whole paragraph goes along.
  function split(card) {
    var text = field(card, 'text'), value = text.value, at = text.selectionStart;
    var paragraph = value.lastIndexOf('\n', at - 1) + 1;
    if (paragraph > 0) at = paragraph;
    if (!value.slice(0, at).trim() || !value.slice(at).trim()) {
      text.focus();
      text.setCustomValidity('先把光标放在问题表述里要分开的地方，再点“从光标处拆分”');
      text.reportValidity();
      return;
    }
    var rest = value.slice(at).trim();
    text.value = value.slice(0, at).trim();
    var added = newCard({aspect: field(card, 'aspect').value, title: titleOf(rest), text: rest, progress: ''}, sourcesOf(card));
    card.after(added);
    refresh();
    select(added, true);
    field(added, 'title').focus();
  }

  function makeProblem(of) {
    var index = Number(of.dataset.index), text = of.querySelector('.source-text').textContent.trim();
    var before = cards().filter(function (card) { return Math.max.apply(null, sourcesOf(card)) < index; }).pop();
    var after = cards()[0];
    var near = before || after;
    var added = newCard({aspect: near ? field(near, 'aspect').value : '', title: titleOf(text), text: text, progress: ''}, [index]);
    if (before) before.after(added);
    else if (after) after.before(added);
    else form.querySelector('.proposals').append(added);
    refresh();
    select(added, false);
    added.scrollIntoView({block: 'center'});
    field(added, 'title').focus();
  }

  form.addEventListener('click', function (event) {
    var card = event.target.closest('.proposal'), of = event.target.closest('.source-line');
    if (event.target.closest('[data-make-problem]')) makeProblem(of);
    else if (event.target.closest('[data-merge]')) merge(card);
    else if (event.target.closest('[data-split]')) split(card);
    else if (event.target.closest('[data-fill-aspect] button')) {
      cards().forEach(function (each) { if (isChosen(each) && !field(each, 'aspect').value.trim()) field(each, 'aspect').value = document.getElementById('fill').value; });
      refresh();
    } else if (of) {
      var found = cards().find(function (each) { return sourcesOf(each).indexOf(Number(of.dataset.index)) >= 0; });
      if (!found) return;
      select(found, false);
      found.scrollIntoView({block: 'center'});
    } else if (card) select(card, true);
  });
  form.addEventListener('focusin', function (event) {
    var card = event.target.closest('.proposal');
    if (card && !card.classList.contains('is-selected')) select(card, true);
  });
  form.addEventListener('input', function (event) { if (event.target.setCustomValidity) event.target.setCustomValidity(''); });
  form.addEventListener('change', function (event) {
    if (event.target.matches('[data-group-aspect]')) all('[name=aspect]', event.target.closest('.proposal-group')).forEach(function (aspect) { aspect.value = event.target.value; });
    refresh();
  });
  // Enter in a title would break it into lines that no title has.
  form.addEventListener('keydown', function (event) { if (event.key === 'Enter' && (event.target.name === 'title' || event.target.matches('input:not([type=checkbox])'))) event.preventDefault(); });

  document.addEventListener('htmx:afterSwap', function () {
    var answer = form.querySelector('[data-flawed]'), flawed = (answer ? answer.dataset.flawed : '').split(',');
    cards().filter(isChosen).forEach(function (card, at) { card.classList.toggle('is-flawed', flawed.indexOf(String(at + 1)) >= 0); });
  });
  refresh();
})();
