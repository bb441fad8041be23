// What is to be kept from the public is picked where it stands: a selection in a text, or a whole problem.
(function () {
  'use strict';

  function ask(fill) {
    var details = document.getElementById('withhold');
    if (!details) return;
    var form = details.querySelector('form');
    details.open = true;
    fill(form);
    form.querySelector('[data-passage]').hidden = form.elements.problem.value !== '';
    details.scrollIntoView({block: 'center'});
    (form.elements.problem.value || form.elements.passage.value ? form.elements.ground : form.elements.passage).focus({preventScroll: true});
  }

  // The button takes the cursor out of the text, so the last selection is kept.
  var selected = new WeakMap();
  document.addEventListener('select', function (event) {
    var text = event.target;
    if (text.matches && text.matches('.bulletin-section textarea')) selected.set(text.form, text.value.slice(text.selectionStart, text.selectionEnd));
  }, true);

  document.addEventListener('click', function (event) {
    var passage = event.target.closest('[data-withhold]'), problem = event.target.closest('[data-withhold-problem]');
    if (passage) {
      ask(function (form) {
        form.elements.problem.value = '';
        form.elements.passage.value = (selected.get(passage.closest('form')) || '').trim();
      });
    } else if (problem) {
      ask(function (form) { form.elements.problem.value = problem.dataset.withholdProblem; });
    }
  });

  // What was refused before no longer matters once something has been done.
  document.addEventListener('htmx:afterRequest', function (event) {
    if (event.detail.xhr.status < 400) document.getElementById('notice').replaceChildren();
  });

  document.addEventListener('change', function (event) {
    if (event.target.matches('#withhold [name=problem]')) event.target.form.querySelector('[data-passage]').hidden = event.target.value !== '';
  });
})();
