// Keeps the merge request fresh and sends forms without losing the place on the page.
const live = document.getElementById('live');
const toast = document.getElementById('toast');
let shown = '';
let shownToast = 0;

function say(text) {
  toast.textContent = text;
  toast.hidden = false;
  clearTimeout(shownToast);
  shownToast = setTimeout(() => { toast.hidden = true; }, 6000);
}

// Somebody is in the middle of something: do not pull the form away.
function busy() {
  const fields = [...live.querySelectorAll('textarea, input:not([type=hidden])')];
  return fields.some(field => field.value !== field.defaultValue);
}

async function refresh(force) {
  if (document.hidden && !force || !force && busy()) return;
  const answer = await fetch(live.dataset.source, { cache: 'no-store' });
  if (!answer.ok) return;
  const markup = await answer.text();
  if (markup === shown) return;
  const open = new Set([...live.querySelectorAll('details[open]')].map(keyOf));
  shown = markup;
  const focus = document.activeElement && document.activeElement.id;
  live.innerHTML = markup;
  live.querySelectorAll('details').forEach(fold => { if (open.has(keyOf(fold))) fold.open = true; });
  if (focus && document.getElementById(focus)) document.getElementById(focus).focus({ preventScroll: true });
}

function keyOf(fold) {
  const note = fold.closest('.note');
  return fold.dataset.key || (note ? note.id : '') + fold.querySelector('summary')?.textContent;
}

document.addEventListener('submit', async event => {
  const form = event.target;
  if (!live || !live.contains(form)) return;
  event.preventDefault();
  const button = event.submitter;
  if (button) button.disabled = true;
  try {
    const answer = await fetch(form.action, { method: 'POST', body: new URLSearchParams(new FormData(form)) });
    const refused = new URL(answer.url).searchParams.get('refused');
    if (refused) say('GitLab refused: ' + refused);
    else if (!answer.ok) say('Not done: ' + answer.status);
    if (!refused && answer.ok) await refresh(true);
  } catch (error) {
    say('The stand-in does not answer: ' + error.message);
  } finally {
    if (button) button.disabled = false;
  }
});

document.addEventListener('click', event => {
  const fill = event.target.closest('[data-fill]');
  if (fill) {
    const text = document.getElementById('comment');
    text.value = fill.dataset.fill;
    text.focus();
  }
  const plus = event.target.closest('.plus');
  if (plus) lineForm(plus);
});

function lineForm(plus) {
  const table = plus.closest('table');
  const row = plus.closest('tr');
  if (row.nextElementSibling?.classList.contains('writing')) { row.nextElementSibling.remove(); return; }
  const added = document.createElement('tr');
  added.className = 'talk writing';
  added.innerHTML = '<td colspan="3"><form method="post" class="stack inset"><textarea name="body" rows="2" required aria-label="Comment"></textarea><div><button class="primary">Comment on this line</button></div></form></td>';
  const form = added.querySelector('form');
  form.action = table.dataset.action;
  const values = { old_path: table.dataset.old, new_path: table.dataset.new, old_line: plus.dataset.old, new_line: plus.dataset.new };
  for (const [name, value] of Object.entries(values)) {
    const field = document.createElement('input');
    field.type = 'hidden';
    field.name = name;
    field.value = value;
    form.append(field);
  }
  row.after(added);
  form.querySelector('textarea').focus();
}

if (live) setInterval(() => refresh(false).catch(() => {}), 2000);
