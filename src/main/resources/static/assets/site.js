(function () {
  'use strict';

  function cookie(name) {
    var found = document.cookie.split('; ').find(function (each) { return each.startsWith(name + '='); });
    return found ? decodeURIComponent(found.slice(name.length + 1)) : '';
  }

  // Every request that changes something shows the token of the page's own site.
  document.addEventListener('htmx:configRequest', function (event) {
    event.detail.headers['X-RECTIFICATION-CSRF'] = cookie('RECTIFICATION-CSRF');
  });

  // A refusal that knows where it belongs is shown there, with what was typed; anything else becomes a notice.
  document.addEventListener('htmx:beforeSwap', function (event) {
    if (event.detail.xhr.status >= 400 && event.detail.xhr.getResponseHeader('HX-Reswap')) {
      event.detail.shouldSwap = true;
      event.detail.isError = false;
    }
  });

  function notice(text) {
    var box = document.getElementById('notice');
    if (!box) return;
    var alert = document.createElement('div');
    alert.className = 'alert alert-danger mt-3';
    alert.textContent = text;
    box.replaceChildren(alert);
    box.scrollIntoView({block: 'nearest'});
  }
  document.addEventListener('htmx:beforeRequest', function () {
    var box = document.getElementById('notice');
    if (box) box.replaceChildren();
  });
  document.addEventListener('htmx:responseError', function () { notice('操作没有生效。请刷新页面后再试；反复出现时请联系平台管理员。'); });
  document.addEventListener('htmx:sendError', function () { notice('网络不通，操作没有生效。您填写的内容还在页面上，请稍后再点一次。'); });

  // What has just come in takes the cursor, so that the next thing can be typed at once.
  document.addEventListener('htmx:load', function (event) {
    if (event.target === document.body) return;
    var wanted = event.target.querySelector('.is-invalid') || event.target.querySelector('[data-focus]');
    if (wanted) wanted.focus();
  });

  // What a page keeps in this tab for one person is no business of whoever comes next.
  function forgetDrafts(mine) {
    try {
      Object.keys(sessionStorage).filter(function (key) { return key.startsWith('rectification:') && !(mine && key.startsWith('rectification:' + mine + ':')); })
        .forEach(function (key) { sessionStorage.removeItem(key); });
    } catch (denied) {
      console.warn(denied);
    }
  }
  var person = document.querySelector('[data-person]');
  if (person) forgetDrafts(person.dataset.person);
  document.addEventListener('submit', function (event) { if (event.target.matches('[data-leave]')) forgetDrafts(); });

  // A file that takes its time: the button says so, asks once, and tells what was refused. Without a script it is a link.
  document.addEventListener('click', function (event) {
    var link = event.target.closest('a[data-download]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey) return;
    event.preventDefault();
    if (link.getAttribute('aria-busy')) return;
    var words = link.textContent;
    link.setAttribute('aria-busy', 'true');
    link.textContent = '正在生成，请稍候…';
    fetch(link.href).then(function (answer) {
      if (!answer.ok) return answer.json().then(function (refusal) { throw new Error(refusal.detail); });
      var name = /filename\*=UTF-8''([^;]+)/.exec(answer.headers.get('Content-Disposition') || '');
      return answer.blob().then(function (file) {
        var save = document.createElement('a');
        save.href = URL.createObjectURL(file);
        save.download = name ? decodeURIComponent(name[1]) : '';
        save.click();
        setTimeout(function () { URL.revokeObjectURL(save.href); }, 60000);
      });
    }).catch(function (failure) {
      notice('文件没有生成：' + (failure instanceof TypeError ? '网络不通，请稍后再试。' : failure.message || '请稍后再试。'));
    }).finally(function () {
      link.textContent = words;
      link.removeAttribute('aria-busy');
    });
  });

  // What cannot be taken back asks once and says what will happen, before anything else hears of it.
  var agreed = null;
  function askFirst(event, button, deed) {
    if (!button || !button.dataset.confirm) return;
    if (agreed === button) {
      agreed = null;
      return;
    }
    event.preventDefault();
    event.stopPropagation();
    var chosen = button.form ? Array.from(button.form.querySelectorAll('[type=checkbox]:checked')).map(function (box) { return box.parentElement.textContent.trim(); }) : [];
    ask(button.dataset.confirm, (chosen.length ? [chosen.join('、')] : []).concat(button.dataset.means.split('；')), '', '确定', function () {
      agreed = button;
      deed();
    });
  }
  document.addEventListener('submit', function (event) {
    askFirst(event, event.submitter, function () { event.target.requestSubmit(event.submitter); });
  }, true);
  document.addEventListener('click', function (event) {
    var button = event.target.closest('button[type=button]');
    askFirst(event, button, function () { button.click(); });
  }, true);

  document.addEventListener('click', function (event) {
    if (!event.target.closest('[data-print]')) return;
    event.preventDefault();
    window.print();
  });

  document.addEventListener('click', function (event) {
    var account = event.target.closest('[data-login]');
    if (account) {
      document.getElementById('username').value = account.dataset.login;
      document.getElementById('password').value = 'demo';
      document.querySelector('#login button').focus();
    }
    var add = event.target.closest('[data-add-measure]');
    if (add) addMeasure(add.closest('form')).querySelector('textarea').focus();
    var drop = event.target.closest('[data-drop-measure]');
    if (drop) {
      var form = drop.closest('form');
      drop.closest('.measure-row').remove();
      if (!form.querySelector('.measures .measure-row')) addMeasure(form);
    }
  });

  function addMeasure(form) {
    var row = form.querySelector('template').content.firstElementChild.cloneNode(true);
    form.querySelector('.measures').append(row);
    return row;
  }

  // Several lines pasted from Excel or Word become several measures; columns go to 措施, 责任人, 时限.
  document.addEventListener('paste', function (event) {
    var first = event.target.closest && event.target.closest('.measure-row textarea');
    if (!first || first.value.trim()) return;
    var lines = event.clipboardData.getData('text').split(/\r?\n/).filter(function (line) { return line.trim(); });
    if (lines.length < 2 && lines.join('').indexOf('\t') < 0) return;
    event.preventDefault();
    var row = first.closest('.measure-row');
    lines.forEach(function (line, n) {
      if (n > 0) {
        var next = addMeasure(row.closest('form'));
        row.after(next);
        row = next;
      }
      var cells = line.split('\t');
      row.querySelector('textarea').value = cells[0].trim();
      row.querySelector('[name=measureResponsible]').value = (cells[1] || '').trim();
      var date = (cells[2] || '').match(/(\d{4})\D(\d{1,2})\D(\d{1,2})/);
      if (date) row.querySelector('[name=measureDeadline]').value = date[1] + '-' + date[2].padStart(2, '0') + '-' + date[3].padStart(2, '0');
    });
  });

  // A browser cuts what is pasted to what a field takes, and says nothing.
  document.addEventListener('paste', function (event) {
    var box = event.target;
    if (event.defaultPrevented || !box.matches || !box.matches('input[maxlength], textarea[maxlength]')) return;
    var length = box.value.length - (box.selectionEnd - box.selectionStart) + event.clipboardData.getData('text').replace(/\r\n/g, '\n').length;
    if (length <= box.maxLength) return;
    event.preventDefault();
    var said = box.nextElementSibling && box.nextElementSibling.matches('[data-too-long]') ? box.nextElementSibling : document.createElement('small');
    said.dataset.tooLong = '';
    said.className = 'text-danger d-block';
    said.setAttribute('role', 'alert');
    said.textContent = '没有粘贴：这里最多' + box.maxLength + '字，粘贴后有' + length + '字，请删减后再粘贴。';
    box.after(said);
    box.addEventListener('input', function () { said.remove(); }, {once: true});
  });

  // Who was sent here from within a webapp comes back to the very place: a form's address keeps its mark on the way.
  var login = document.getElementById('login');
  if (login && location.hash) login.action += location.hash;

  // The button says how many tasks it will decide on.
  function countRulings(form) {
    var taken = form.querySelectorAll('.ruling-choices :checked:not([value=SKIP])').length;
    var button = form.querySelector('[data-rulings-submit]');
    button.textContent = button.dataset.rulingsSubmit + taken + '项';
    button.disabled = taken === 0;
  }
  document.addEventListener('htmx:load', function (event) {
    event.target.querySelectorAll('[data-rulings]').forEach(function (form) {
      restoreRulings(form);
      countRulings(form);
    });
  });

  // What was chosen and written is still there for whoever had to log in once more, as long as the task is in the same round.
  function rulingsKey(form) {
    return ['rectification', person.dataset.person, 'rulings', form.getAttribute('hx-post'), form.elements.caseNumber.value, form.elements.step.value].join(':');
  }
  function keepRulings(form) {
    try {
      sessionStorage.setItem(rulingsKey(form), JSON.stringify(Array.from(new FormData(form)).filter(function (each) { return typeof each[1] === 'string'; })));
    } catch (full) {
      console.warn(full);
    }
  }
  function restoreRulings(form) {
    var kept;
    try {
      kept = new Map(JSON.parse(sessionStorage.getItem(rulingsKey(form)) || '[]'));
    } catch (unreadable) {
      console.warn(unreadable);
      return;
    }
    var known = Array.from(form.querySelectorAll('.ruling')).filter(function (ruling) {
      var number = ruling.querySelector('[name=task]').value;
      if (kept.get('round-' + number) !== form.elements['round-' + number].value) return false;
      var choice = ruling.querySelector('.ruling-choices [value=' + kept.get('choice-' + number) + ']');
      if (choice) choice.checked = true;
      ruling.querySelector('textarea').value = kept.get('opinion-' + number);
      return true;
    });
    if (known.length === 0) return;
    form.elements.opinion.value = kept.get('opinion');
    form.elements.meeting.value = kept.get('meeting');
    if (form.elements.meeting.selectedIndex < 0) form.elements.meeting.value = '';
  }
  ['input', 'change'].forEach(function (type) {
    document.addEventListener(type, function (event) {
      var form = event.target.closest('[data-rulings]');
      if (form) keepRulings(form);
    });
  });
  document.addEventListener('htmx:beforeSwap', function (event) {
    var form = event.detail.requestConfig.elt;
    if (event.detail.xhr.status < 300 && form.matches('[data-rulings]')) sessionStorage.removeItem(rulingsKey(form));
  });
  document.addEventListener('change', function (event) {
    var form = event.target.closest('[data-rulings]');
    if (!form) return;
    countRulings(form);
    if (event.target.value === 'RETURN') event.target.closest('.ruling').querySelector('textarea').focus();
  });

  // Many decisions at once are read before they are made: nobody takes one back. A return without its reason goes nowhere.
  document.addEventListener('htmx:confirm', function (event) {
    var form = event.detail.elt;
    if (!form.matches('[data-rulings]') || !form.checkValidity()) return;
    event.preventDefault();
    var rulings = Array.from(form.querySelectorAll('.ruling')).map(function (ruling) {
      return {choice: ruling.querySelector('.ruling-choices :checked'), opinion: ruling.querySelector('textarea'), name: ruling.querySelector('[name=task]').value + ' ' + ruling.querySelector('.ruling-head a').textContent,
        left: Array.from(ruling.querySelectorAll('[data-left]')).map(function (measure) { return measure.textContent; })};
    });
    var unsaid = rulings.filter(function (ruling) { return ruling.choice.value === 'RETURN' && !ruling.opinion.value.trim(); });
    unsaid.forEach(function (ruling) { ruling.opinion.classList.add('is-invalid'); });
    if (unsaid.length) unsaid[0].opinion.focus();
    else ask(form.querySelector('[data-rulings-submit]').textContent + '？', unticked(rulings).concat(basis(form, rulings), sums(rulings)), '提交后不能撤回。', '确认提交', function () { event.detail.issueRequest(true); });
  });
  document.addEventListener('input', function (event) {
    if (event.target.matches('.ruling textarea')) event.target.classList.remove('is-invalid');
  });

  function isApproved(ruling) { return ruling.choice.value === 'APPROVE' || ruling.choice.value === 'SUSTAIN'; }

  // A return has a reason of its own: the opinion in common goes with the approvals.
  function basis(form, rulings) {
    var meeting = form.elements.meeting, scan = form.elements.file;
    var approves = rulings.some(isApproved);
    return ['依据的会议：' + (meeting.value ? meeting.selectedOptions[0].textContent : '无')]
      .concat(approves ? ['共同意见：' + (form.elements.opinion.value.trim() || '无')] : [])
      .concat(scan ? ['签批件：' + scan.files[0].name] : []);
  }

  var NAMED_AT_MOST = 10;

  // Nothing forbids it; nobody shall only have overlooked it.
  function unticked(rulings) {
    var open = rulings.filter(function (ruling) { return isApproved(ruling) && ruling.left.length; });
    var names = open.slice(0, NAMED_AT_MOST).map(function (ruling) { return ruling.name + '：' + ruling.left.slice(0, 5).join('；') + (ruling.left.length > 5 ? '等' + ruling.left.length + '条' : ''); });
    return open.length ? [['拟通过的有' + open.length + '项还有措施没有勾选完成，仍要提交吗？'].concat(names, open.length > NAMED_AT_MOST ? ['等' + open.length + '项'] : [])] : [];
  }

  function sums(rulings) {
    return ['APPROVE', 'SUSTAIN', 'RETURN', 'SKIP'].map(function (kind) { return rulings.filter(function (ruling) { return ruling.choice.value === kind; }); })
      .filter(function (alike) { return alike.length; })
      .map(function (alike) {
        var choice = alike[0].choice;
        var names = choice.value === 'RETURN' ? alike.map(function (ruling) { return ruling.name + '：' + ruling.opinion.value.trim(); })
          : alike.slice(0, NAMED_AT_MOST).map(function (ruling) { return ruling.name; }).concat(alike.length > NAMED_AT_MOST ? ['等' + alike.length + '项'] : []);
        return [choice.parentElement.textContent.trim() + alike.length + '项：' + choice.dataset.means].concat(names);
      });
  }

  // For the pages' own scripts.
  window.rectification = {ask: ask};

  // A line is words, or words and what they are about, each on a line of its own.
  function ask(question, lines, warning, yes, deed) {
    var dialog = document.createElement('dialog');
    dialog.className = 'ask';
    var put = function (parent, tag, text, css) {
      var element = parent.appendChild(document.createElement(tag));
      element.textContent = text || '';
      if (css) element.className = css;
      return element;
    };
    put(dialog, 'h2', question, 'h5');
    var list = put(dialog, 'ul');
    lines.forEach(function (line) {
      var words = [].concat(line);
      var item = put(list, 'li', words[0]);
      if (words.length > 1) words.slice(1).reduce(function (about, each) { put(about, 'li', each); return about; }, put(item, 'ul'));
    });
    if (warning) put(dialog, 'p', warning, 'text-secondary small');
    var buttons = put(dialog, 'div', '', 'row-form-actions');
    put(buttons, 'button', yes, 'btn btn-primary').addEventListener('click', function () { dialog.close(); deed(); });
    put(buttons, 'button', '再看看', 'btn btn-outline-primary').addEventListener('click', function () { dialog.close(); });
    dialog.addEventListener('close', function () { dialog.remove(); });
    document.body.append(dialog);
    dialog.setAttribute('aria-label', question);
    dialog.showModal();
  }
})();
