// The proposals of a feedback file: looked over, merged, split and chosen here; the server sees them when they are registered.
(function () {
  'use strict';
  var form = document.getElementById('feedback');
  if (!form) return;
  /** As Doubt words it: only then all of it may go to the one or the other. */
  var ABOUT_PROGRESS = /已有进度|整改情况/;
  var source = form.querySelector('.source-lines'), proposals = form.querySelector('.proposals'), draft = null;

  function all(selector, within) { return Array.from((within || form).querySelectorAll(selector)); }
  function cards() { return all('.proposal'); }
  function field(card, name) { return card.querySelector('[name=' + name + ']'); }
  function sourcesOf(card) { return (card.dataset.sources || '').split(',').filter(Boolean).map(Number); }
  function isChosen(card) { return card.querySelector('[data-choose]').checked; }
  function isInDoubt(card) { return isChosen(card) && !!(card.dataset.doubt || card.dataset.twice); }
  function doubledIn(card) { return '拆分后两条各有一份' + card.dataset.twice + '，请在各条中删去不属于它的'; }
  function doubtsOf(card) { return [card.dataset.doubt, card.dataset.twice && doubledIn(card)].filter(Boolean).join('；'); }
  function listIn(card, name) { return JSON.parse(card.dataset[name] || '[]'); }
  function distinct(values) { return Array.from(new Set(values.filter(Boolean))); }
  function line(index) { return source.querySelector('[data-index="' + index + '"]'); }

  // Numbers are those the server will speak of: the chosen problems in the order of the page.
  function refresh() {
    var number = 0, lacking = 0, numbers = {}, known = {};
    cards().forEach(function (card, at) {
      var chosen = isChosen(card), merging = card.querySelector('[data-merge]');
      merging.disabled = at === 0;
      merging.title = at === 0 ? '前面没有可以并入的问题' : '把本条的内容并到上一条';
      card.classList.toggle('left-out', !chosen);
      card.querySelector('fieldset').disabled = !chosen;
      card.querySelector('.problem-number').textContent = chosen ? ++number : '不登记';
      card.querySelector('.proposal-known').textContent = card.dataset.registered ? '已登记：问题' + card.dataset.registered : '';
      card.querySelector('[data-doubted]').textContent = card.dataset.doubt ? card.dataset.doubt + '，请对照原文核对。' : '';
      card.querySelector('[data-doubted]').parentElement.hidden = !chosen || !card.dataset.doubt;
      card.querySelectorAll('[data-all-progress], [data-all-text]').forEach(function (button) { button.hidden = !ABOUT_PROGRESS.test(card.dataset.doubt); });
      card.querySelector('[data-doubled]').textContent = card.dataset.twice ? doubledIn(card) + '。' : '';
      card.querySelector('[data-doubled]').parentElement.hidden = !chosen || !card.dataset.twice;
      if (card.dataset.registered) sourcesOf(card).forEach(function (index) { known[index] = true; });
      if (!chosen) return;
      if (!field(card, 'aspect').value.trim()) lacking++;
      sourcesOf(card).forEach(function (index) { (numbers[index] = numbers[index] || []).push(number); });
    });
    all('.source-line').forEach(function (each) {
      var used = numbers[each.dataset.index], registered = known[each.dataset.index] || each.dataset.kind === 'registered', undecided = !used && !registered && each.dataset.kind === 'unplaced';
      each.classList.toggle('is-used', !!used);
      each.classList.toggle('is-undecided', undecided);
      each.querySelector('[data-make-aspect]').hidden = !undecided || !aspectIn(each.querySelector('.source-text').textContent);
      each.querySelector('.source-tag').textContent = used ? '问题' + used.join('、') : registered ? '已登记' : undecided ? '待判断'
        : each.classList.contains('source-aside') ? '不属于问题' : each.classList.contains('source-heading') ? '标题' : '不登记';
    });
    form.elements.leftOut.value = cards().filter(function (card) { return !isChosen(card) && !card.dataset.registered; }).length;
    form.elements.undecided.value = all('.is-undecided').length;
    form.querySelector('[data-count]').textContent = number;
    form.querySelector('.register-bar .btn-primary').disabled = number === 0;
    form.querySelector('[data-lacking]').textContent = lacking;
    form.querySelector('[data-fill-aspect]').hidden = lacking === 0;
    all('.proposal-group').forEach(function (group) { if (!group.querySelector('.proposal')) group.remove(); });
    if (draft) draft.keep();
  }

  function select(card, scrollSource) {
    all('.is-selected').forEach(function (each) { each.classList.remove('is-selected'); });
    card.classList.add('is-selected');
    var lines = sourcesOf(card).map(line).filter(Boolean);
    lines.forEach(function (each) { each.classList.add('is-selected'); });
    if (scrollSource && lines.length) source.scrollTop = lines[0].offsetTop - source.offsetTop - 40;
  }

  function fromTemplate(id) { return document.getElementById(id).content.firstElementChild.cloneNode(true); }

  function newCard(values, sources) {
    var card = fromTemplate('new-proposal');
    Object.keys(values).forEach(function (name) { field(card, name).value = values[name]; });
    card.dataset.sources = sources.join(',');
    return card;
  }

  function unnumbered(text) { return text.replace(/^\s*(?:[（(]?[一二三四五六七八九十\d]+[）)、.．，]+)\s*/, ''); }

  var COUNTED = /^[（(]?[一二三四五六七八九十]+[）)、.．，]/;

  // 三、选人用人方面, （二）其他: too short to say what is wrong.
  function aspectIn(text) {
    var said = unnumbered(text).trim().replace(/[。：:]$/, '');
    return said.length <= 40 && !/[。；：:，！]/.test(said) && (/方面$/.test(said) || COUNTED.test(text.trim())) ? said : '';
  }

  function titleOf(text) {
    var sentence = unnumbered(text).split(/[。；\n]/)[0];
    return sentence.length > 60 ? sentence.slice(0, 60) + '…' : sentence;
  }

  function joined(one, other) { return [one.trim(), other.trim()].filter(Boolean).join('\n'); }

  // Lines that stand there already are not said again.
  function unrepeated(one, other) {
    var there = one.split('\n').map(function (each) { return each.trim(); });
    return joined(one, other.split('\n').filter(function (each) { return there.indexOf(each.trim()) < 0; }).join('\n'));
  }

  // A heading between aspect and problem stands before the text.
  function leadOf(text) { return (/^【[^】]*】/.exec(text) || [''])[0]; }

  // The heading a place in the text stands under: as its line was merged in, or as the document has it.
  function leadAt(card, at) {
    var value = field(card, 'text').value.trim(), lines = value.split('\n'), merged = listIn(card, 'merged');
    var headings = all('.proposal-item').map(function (item) { return '【' + item.textContent.trim() + '】'; });
    for (var i = value.slice(0, at).split('\n').length - 1; i > 0; i--) {
      var said = lines[i].trim(), lead = leadOf(said);
      if (lead && headings.indexOf(lead) >= 0) return lead;
      var known = said && merged.find(function (each) { return each.line.indexOf(said) === 0 || said.indexOf(each.line) === 0; });
      if (known) return known.lead;
    }
    return leadOf(value);
  }

  // What both halves of a split tell is told once when they meet again; what two problems tell alike is told of each.
  function isTwice(name, one, other) {
    var halves = listIn(one, 'halves'), there = '\n' + field(one, name).value.trim() + '\n';
    return listIn(other, 'halves').some(function (half) { return halves.indexOf(half) >= 0; }) && there.indexOf('\n' + field(other, name).value.trim() + '\n') >= 0;
  }

  function keepOpen(into, cardsMet) {
    into.dataset.doubt = distinct([].concat.apply([], cardsMet.map(function (card) { return (card.dataset.doubt || '').split('；'); }))).join('；');
    into.dataset.halves = JSON.stringify(distinct([].concat.apply([], cardsMet.map(function (card) { return listIn(card, 'halves'); }))));
    into.dataset.twice = distinct([].concat.apply([], cardsMet.map(function (card) { return (card.dataset.twice || '').split('、'); }))).join('、');
  }

  // Halves that have all met again hold nothing twice.
  function closeSplits(card) {
    var apart = listIn(card, 'halves').filter(function (half) { return cards().some(function (other) { return other !== card && listIn(other, 'halves').indexOf(half) >= 0; }); });
    card.dataset.halves = JSON.stringify(apart);
    if (!apart.length) delete card.dataset.twice;
  }

  // In one piece: the title goes before a text that does not hold it.
  function told(card) {
    var text = field(card, 'text').value.trim(), title = field(card, 'title').value.trim(), bare = text.slice(leadOf(text).length).trim();
    return bare.indexOf(title.replace(/…$/, '')) >= 0 ? bare : title + '。' + bare;
  }

  function merge(card) {
    var all = cards(), before = all[all.indexOf(card) - 1];
    if (!before) return;
    var text = field(before, 'text'), lead = leadOf(field(card, 'text').value.trim()), said = (lead === leadAt(before, text.value.length) ? '' : lead) + told(card);
    // Cut in the middle of a line, it is that line again.
    var cut = card.dataset.after && text.value.trim() === card.dataset.after && field(card, 'text').value.trim().slice(lead.length).trim() === said;
    text.value = cut ? text.value.trim() + said : joined(text.value, said);
    before.dataset.merged = JSON.stringify(listIn(before, 'merged').concat(cut ? [] : {line: said.split('\n')[0].trim(), lead: lead}, listIn(card, 'merged')));
    if (!isTwice('progress', before, card)) field(before, 'progress').value = joined(field(before, 'progress').value, field(card, 'progress').value);
    field(before, 'measures').value = unrepeated(field(before, 'measures').value, field(card, 'measures').value);
    before.dataset.sources = Array.from(new Set(sourcesOf(before).concat(sourcesOf(card)))).sort(function (a, b) { return a - b; }).join(',');
    before.querySelector('[data-choose]').checked = true;
    keepOpen(before, [before, card]);
    card.remove();
    closeSplits(before);
    putWholesAway(before);
    refresh();
    select(before, true);
    before.scrollIntoView({block: 'nearest'});
  }

  // Where nothing states the problem, its title does.
  function settle(card, whole) {
    var text = field(card, 'text'), progress = field(card, 'progress'), title = field(card, 'title').value.trim();
    if (whole) {
      var lead = leadOf(text.value), stated = text.value.slice(lead.length).trim();
      var all = joined(stated === title ? '' : stated, progress.value);
      text.value = lead + (whole === 'text' && all ? all : title);
      progress.value = whole === 'text' ? '' : all;
    }
    delete card.dataset.doubt;
    refresh();
  }

  function isWithin(card, whole) { return sourcesOf(card).every(function (index) { return whole.indexOf(index) >= 0; }); }
  function wholeOf(box) { return box.querySelector('template').content.firstElementChild; }
  function partsOf(box) {
    var whole = sourcesOf(wholeOf(box));
    return all('.proposal', box.closest('.proposal-group')).filter(function (card) { return isWithin(card, whole); });
  }
  function sourceText(index) { return line(index).querySelector('.source-text').textContent.trim(); }

  // As the document has it, （1） and all, but in the words that stand in the part now.
  function asPart(part) {
    var said = sourceText(sourcesOf(part)[0]), whole = told(part);
    return said.slice(0, said.length - unnumbered(said).length) + (/[。；！]$/.test(whole) ? whole : whole + '。');
  }

  // The parts give way to the one problem they make: what stands above them, then what stands in them now.
  function join(box) {
    var card = wholeOf(box).cloneNode(true), parts = partsOf(box);
    var told = [].concat.apply([], parts.map(sourcesOf)).map(sourceText);
    ['text', 'progress', 'measures'].forEach(function (name) {
      var above = field(card, name).value.split('\n').filter(function (each) { return !told.some(function (said) { return said.indexOf(each.trim()) >= 0; }); });
      field(card, name).value = parts.filter(function (part, at) { return name !== 'progress' || !parts.slice(0, at).some(function (one) { return isTwice(name, one, part); }); })
        .map(function (part) { return name === 'text' ? asPart(part) : field(part, name).value; }).reduce(name === 'measures' ? unrepeated : joined, above.join('\n'));
    });
    keepOpen(card, [card].concat(parts));
    if (parts.length) field(card, 'aspect').value = field(parts[0], 'aspect').value;
    parts.forEach(function (part) { part.remove(); });
    box.replaceWith(card);
    closeSplits(card);
    refresh();
    select(card, true);
  }

  // Parts that were merged by hand are no longer offered as one.
  function putWholesAway(merged) {
    all('[data-whole]').forEach(function (box) {
      var whole = sourcesOf(wholeOf(box));
      if (sourcesOf(merged).some(function (index) { return whole.indexOf(index) >= 0; }) && (!isWithin(merged, whole) || partsOf(box).length < 2)) box.remove();
    });
  }

  // Where the cursor stands in a later paragraph, that whole paragraph goes along. Which of both the progress is about nobody can tell.
  function split(card) {
    var text = field(card, 'text'), value = text.value, at = text.selectionStart, lead = leadOf(value);
    var paragraph = value.lastIndexOf('\n', at - 1) + 1;
    if (paragraph > 0) at = paragraph;
    if (!value.slice(lead.length, at).trim() || !value.slice(at).trim()) {
      text.focus();
      text.setCustomValidity('先把光标放在问题表述里要分开的地方，再点“从光标处拆分”');
      text.reportValidity();
      return;
    }
    var rest = value.slice(at).trim(), heading = leadAt(card, at - (value.length - value.trimStart().length)), progress = field(card, 'progress').value, measures = field(card, 'measures').value;
    var added = newCard({aspect: field(card, 'aspect').value, title: titleOf(rest.slice(leadOf(rest).length)), text: (leadOf(rest) === heading ? '' : heading) + rest, progress: progress, measures: measures}, sourcesOf(card));
    text.value = value.slice(0, at).trim();
    if (value.charAt(at) !== '\n' && paragraph === 0) added.dataset.after = text.value;
    var twice = [progress.trim() && '已有进度', measures.trim() && '措施'].filter(Boolean).join('、');
    if (twice) {
      card.dataset.halves = JSON.stringify(listIn(card, 'halves').concat(Date.now() + '-' + Math.random()));
      card.dataset.twice = twice;
    }
    ['doubt', 'twice', 'halves', 'merged'].forEach(function (name) { if (card.dataset[name]) added.dataset[name] = card.dataset[name]; });
    card.after(added);
    refresh();
    select(added, true);
    field(added, 'title').focus();
  }

  // What stands beneath a heading of its own does not belong to the aspect before it, whether anybody has called that one a heading yet.
  function headingBetween(card, of) {
    var last = card ? Math.max.apply(null, sourcesOf(card)) : -1;
    for (var line = of; line && Number(line.dataset.index) > last; line = line.previousElementSibling) {
      var text = line.querySelector('.source-text').textContent.trim();
      if (/^(unplaced|heading)$/.test(line.dataset.kind) && aspectIn(text)) return aspectIn(text);
      if (line.dataset.kind === 'heading' && unnumbered(text) !== text) return unnumbered(text);
    }
    return '';
  }

  function cardBefore(index) { return cards().filter(function (card) { return Math.max.apply(null, sourcesOf(card)) < index; }).pop(); }

  function groupAfter(card, aspect) {
    var own = fromTemplate('new-group');
    own.querySelector('[data-group-aspect]').value = aspect;
    if (card) card.closest('.proposal-group').after(own);
    else proposals.prepend(own);
    return own;
  }

  function beginsAspect(line) {
    var text = line.querySelector('.source-text').textContent;
    return !!aspectIn(text) || line.dataset.kind === 'problem' && COUNTED.test(text.trim());
  }

  // The problems beneath it, up to the next aspect, are told apart from those above it.
  function makeAspect(of) {
    var index = Number(of.dataset.index), aspect = aspectIn(of.querySelector('.source-text').textContent);
    var next = of.nextElementSibling;
    while (next && !beginsAspect(next)) next = next.nextElementSibling;
    var beneath = cards().filter(function (card) { return sourcesOf(card)[0] > index && (!next || sourcesOf(card)[0] < Number(next.dataset.index)); });
    of.classList.replace('source-unplaced', 'source-heading');
    of.dataset.kind = 'heading';
    document.getElementById('aspects').append(new Option(aspect));
    if (beneath.length) {
      var own = groupAfter(cardBefore(index), aspect);
      beneath.forEach(function (card) {
        field(card, 'aspect').value = aspect;
        own.append(card);
      });
    }
    refresh();
  }

  function makeProblem(of) {
    var index = Number(of.dataset.index), text = of.querySelector('.source-text').textContent.trim();
    var before = cardBefore(index);
    var after = cards()[0];
    var near = before || after, heading = headingBetween(before, of);
    var aspect = heading || (near ? field(near, 'aspect').value : '');
    var added = newCard({aspect: aspect, title: titleOf(text), text: unnumbered(text), progress: ''}, [index]);
    var same = heading && cards().find(function (card) { return field(card, 'aspect').value === heading; });
    if (same) same.before(added);
    else if (heading) groupAfter(before, heading).append(added);
    else if (before) before.after(added);
    else if (after) after.before(added);
    else {
      var group = fromTemplate('new-group');
      group.append(added);
      proposals.append(group);
    }
    refresh();
    select(added, false);
    added.scrollIntoView({block: 'center'});
    field(added, 'title').focus();
  }

  form.addEventListener('click', function (event) {
    var card = event.target.closest('.proposal'), of = event.target.closest('.source-line');
    if (event.target.closest('[data-make-problem]')) makeProblem(of);
    else if (event.target.closest('[data-make-aspect]')) makeAspect(of);
    else if (event.target.closest('[data-merge]')) merge(card);
    else if (event.target.closest('[data-split]')) split(card);
    else if (event.target.closest('[data-join]')) join(event.target.closest('[data-whole]'));
    else if (event.target.closest('[data-apart]')) {
      event.target.closest('[data-whole]').remove();
      refresh();
    } else if (event.target.closest('[data-settle-split]')) {
      delete card.dataset.twice;
      refresh();
    } else if (event.target.closest('[data-settle]')) settle(card);
    else if (event.target.closest('[data-all-progress]')) settle(card, 'progress');
    else if (event.target.closest('[data-all-text]')) settle(card, 'text');
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
  form.addEventListener('input', function (event) {
    if (event.target.setCustomValidity) event.target.setCustomValidity('');
    draft.keep();
  });
  form.addEventListener('change', function (event) {
    if (event.target.matches('[data-group-aspect]')) all('[name=aspect]', event.target.closest('.proposal-group')).forEach(function (aspect) { aspect.value = event.target.value; });
    refresh();
  });
  // Enter in a title would break it into lines that no title has.
  form.addEventListener('keydown', function (event) { if (event.key === 'Enter' && (event.target.name === 'title' || event.target.matches('input:not([type=checkbox])'))) event.preventDefault(); });

  function shortList(texts, unit) {
    var shown = texts.slice(0, 5).map(function (text) { return text.trim().length > 40 ? text.trim().slice(0, 40) + '…' : text.trim(); });
    return texts.length > 5 ? shown.concat('……另有' + (texts.length - 5) + unit) : shown;
  }

  // What nobody has decided on is left out: asked once, before anything is registered.
  var askedAbout = '';
  form.addEventListener('htmx:confirm', function (event) {
    var left = all('.is-undecided'), wholes = all('[data-whole] [data-said]'), doubted = cards().filter(isInDoubt);
    var open = wholes.map(function (said) { return said.textContent; })
      .concat(doubted.map(function (card) { return '问题' + card.querySelector('.problem-number').textContent + ' ' + field(card, 'title').value + '：' + doubtsOf(card); }));
    var which = left.map(function (each) { return each.dataset.index; }).concat(open).join(',');
    if (!left.length && !open.length || which === askedAbout) return;
    event.preventDefault();
    var shown = shortList(left.map(function (each) { return each.querySelector('.source-text').textContent; }), '段')
      .concat(shortList(open, '处'));
    window.rectification.ask((left.length ? '原文中有' + left.length + '段还是“待判断”，不会登记。' : '') + (open.length ? '有' + open.length + '处“待判断”还没有核对。' : '')
      + '确定登记这' + form.querySelector('[data-count]').textContent + '个问题吗？', shown,
      [left.length && '原文中是问题的，请点“再看看”，在原文中点“设为问题”，是方面标题的点“设为方面”；都不是的，直接登记。',
        wholes.length && '可能是具体表现的几条：是一个问题的，请点“再看看”，再点“合为一个问题”；各是一个问题的，点“各是一个问题”，或直接登记。',
        doubted.length && '要核对的，请点“再看看”；不改也对的，直接登记。'].filter(Boolean).join(''), '确定登记', function () {
        askedAbout = which;
        event.detail.issueRequest(true);
      });
  });

  document.addEventListener('htmx:afterSwap', function () {
    var answer = form.querySelector('[data-flawed]'), flawed = (answer ? answer.dataset.flawed : '').split(',');
    cards().filter(isChosen).forEach(function (card, at) { card.classList.toggle('is-flawed', flawed.indexOf(String(at + 1)) >= 0); });
  });

  // What was looked over is kept in this tab, for this person, case and file, until it is registered. It ends with the tab and with the login.
  var mine = 'rectification:' + document.querySelector('[data-person]').dataset.person + ':feedback:' + form.dataset.case + ':';
  var FIELDS = ['title', 'text', 'progress', 'measures', 'aspect'];

  function Draft(edited) {
    var self = this, unkept = false, waiting = null, key = mine + form.elements.sha256.value;
    self.keep = function () {
      edited = true;
      clearTimeout(waiting);
      waiting = setTimeout(self.write, 300);
    };
    self.write = function () {
      clearTimeout(waiting);
      try {
        sessionStorage.setItem(key, JSON.stringify({file: form.elements.fileName.value, sha256: form.elements.sha256.value, edited: edited, at: Date.now(), lines: all('.source-line').map(keptLine), groups: all('.proposal-group').map(keptGroup)}));
        unkept = false;
      } catch (full) {
        unkept = true;
      }
      form.querySelector('[data-kept]').textContent = unkept ? '内容太多，浏览器存不下：请登记后再离开本页，否则要从头整理。' : '“' + form.elements.fileName.value + '”整理的内容随时存在本窗口，刷新或离开本页都可以接着做；登记、退出登录或关闭窗口后清除。';
    };
    self.end = function () {
      clearTimeout(waiting);
      self.write = self.keep = function () {};
      unkept = false;
      sessionStorage.removeItem(key);
    };
    self.isLostOnLeaving = function () { return edited && unkept; };
  }

  function keptLine(line) { return {kind: line.dataset.kind, text: line.querySelector('.source-text').textContent}; }

  function keptCard(card) {
    var values = {};
    FIELDS.forEach(function (name) { values[name] = field(card, name).value; });
    return {values: values, sources: sourcesOf(card), chosen: isChosen(card), registered: card.dataset.registered, doubt: card.dataset.doubt, twice: card.dataset.twice, halves: card.dataset.halves, merged: card.dataset.merged, after: card.dataset.after};
  }

  function keptGroup(group) {
    return {aspect: group.querySelector('[data-group-aspect]').value, parts: all('.proposal, .proposal-item, [data-whole]', group).map(function (part) {
      if (part.matches('[data-whole]')) return {said: part.querySelector('[data-said]').textContent, whole: keptCard(part.querySelector('template').content.firstElementChild)};
      return part.matches('.proposal') ? keptCard(part) : {item: part.textContent};
    })};
  }

  function shownLine(kept, index) {
    var line = fromTemplate('new-line');
    line.classList.add('source-' + kept.kind);
    line.dataset.kind = kept.kind;
    line.dataset.index = index;
    line.querySelector('.source-text').textContent = kept.text;
    return line;
  }

  function shownCard(kept) {
    var card = newCard(kept.values, kept.sources);
    card.querySelector('[data-choose]').checked = kept.chosen;
    if (kept.registered) card.dataset.registered = kept.registered;
    ['doubt', 'twice', 'halves', 'merged', 'after'].forEach(function (name) { if (kept[name]) card.dataset[name] = kept[name]; });
    return card;
  }

  function shownGroup(kept) {
    var group = fromTemplate('new-group');
    group.querySelector('[data-group-aspect]').value = kept.aspect;
    group.append.apply(group, kept.parts.map(function (part) {
      if (part.values) return shownCard(part);
      if (!part.whole) return element('p', 'proposal-item', part.item);
      var box = fromTemplate('new-whole');
      box.querySelector('[data-said]').textContent = part.said;
      box.querySelector('template').content.replaceChildren(shownCard(part.whole));
      return box;
    }));
    return group;
  }

  function element(tag, classes, text) {
    var made = document.createElement(tag);
    made.className = classes;
    made.textContent = text;
    return made;
  }

  function drafts() {
    try {
      return Object.keys(sessionStorage).filter(function (key) { return key.startsWith(mine); }).map(function (key) { return JSON.parse(sessionStorage.getItem(key)); });
    } catch (denied) {
      return [];
    }
  }

  var bar = document.getElementById('feedback-kept');

  function open(edited) {
    bar.hidden = true;
    form.hidden = false;
    refresh();
    draft = new Draft(edited);
    draft.write();
  }

  function offer(kept, again) {
    var chosen = kept.groups.reduce(function (sum, group) { return sum + group.parts.filter(function (part) { return part.values && part.chosen; }).length; }, 0);
    var row = element('p', 'mb-0', ''), go = element('button', 'btn btn-sm btn-primary', '继续上次的整理'), drop = element('button', 'btn btn-sm btn-outline-secondary', '重新开始');
    go.type = drop.type = 'button';
    go.addEventListener('click', function () {
      form.elements.fileName.value = kept.file;
      form.elements.sha256.value = kept.sha256;
      source.replaceChildren.apply(source, kept.lines.map(shownLine));
      proposals.replaceChildren.apply(proposals, kept.groups.map(shownGroup));
      document.getElementById('aspects').replaceChildren.apply(document.getElementById('aspects'), kept.groups.filter(function (group) { return group.aspect; }).map(function (group) { return new Option(group.aspect); }));
      open(kept.edited);
    });
    drop.addEventListener('click', function () {
      sessionStorage.removeItem(mine + kept.sha256);
      again(row);
    });
    row.append('“' + kept.file + '”上次整理到一半（' + new Date(kept.at).toLocaleString('zh-CN', {month: 'long', day: 'numeric', hour: '2-digit', minute: '2-digit'}) + '，选了' + chosen + '个问题），还没有登记。 ', go, ' ', drop);
    bar.firstElementChild.append(row);
    bar.hidden = false;
  }

  function start() {
    if (!form.elements.sha256.value) {
      drafts().filter(function (kept) { return kept.edited; }).forEach(function (kept) { offer(kept, function (row) { row.remove(); bar.hidden = !bar.querySelector('button'); }); });
      return;
    }
    // Reloading asks for the page, not for the upload once more.
    history.replaceState(null, '', location.href);
    var earlier = drafts().find(function (kept) { return kept.edited && kept.sha256 === form.elements.sha256.value; });
    if (earlier) offer(earlier, function () { open(false); });
    else open(false);
  }

  addEventListener('pagehide', function () { if (draft) draft.write(); });
  addEventListener('beforeunload', function (event) {
    if (!draft) return;
    draft.write();
    if (draft.isLostOnLeaving()) event.preventDefault();
  });
  document.addEventListener('submit', function (event) { if (draft && event.target.matches('[data-leave]')) draft.end(); });
  document.addEventListener('htmx:beforeOnLoad', function (event) { if (draft && event.detail.xhr.getResponseHeader('HX-Redirect')) draft.end(); });
  start();
})();
