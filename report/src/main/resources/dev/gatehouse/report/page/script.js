// Opens what stands behind a cell: a cell shows its design, a row's name shows all. Without script everything is open.
document.querySelectorAll('tr.detail').forEach(function (detail) { detail.hidden = true; });
document.querySelector('table.matrix').addEventListener('click', function (event) {
  var button = event.target.closest('button');
  if (!button) { return; }
  var detail = document.getElementById(button.getAttribute('aria-controls'));
  var opens = button.getAttribute('aria-expanded') !== 'true';
  document.querySelectorAll('button[aria-controls="' + detail.id + '"]').forEach(function (other) {
    other.setAttribute('aria-expanded', 'false');
  });
  button.setAttribute('aria-expanded', String(opens));
  detail.hidden = !opens;
  detail.querySelectorAll('.opening').forEach(function (opening) {
    var design = button.dataset.design;
    opening.hidden = Boolean(design) && opening.dataset.designs.split(' ').indexOf(design) < 0;
  });
});
