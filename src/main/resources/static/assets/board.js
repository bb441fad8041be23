// 看板: draws what the tables beneath the pictures say. Without it, or where it fails, the tables stand open.
(function () {
  'use strict';

  // In order of urgency. The shape tells as much as the colour.
  var LIGHTS = [
    {code: 'RED', name: '已超期', glyph: '▲', colour: '#c0392b', text: '#fff', symbol: 'triangle'},
    {code: 'YELLOW', name: '即将到期', glyph: '◆', colour: '#e2a400', text: '#2b2100', symbol: 'diamond'},
    {code: 'BLUE', name: '临期提醒', glyph: '■', colour: '#2f6fb5', text: '#fff', symbol: 'rect'},
    {code: 'GREEN', name: '正常', glyph: '●', colour: '#2a8350', text: '#fff', symbol: 'circle'},
    {code: 'PAUSED', name: '暂停计时', glyph: '‖', colour: '#7d6aa8', text: '#fff', symbol: 'path://M0 0h3v10h-3zM6 0h3v10h-3z'},
    {code: 'DONE', name: '已销号', glyph: '✓', colour: '#b9c4cf', text: '#22303f', symbol: 'path://M0 5l2-2 3 3 6-6 2 2-8 8z'}];
  var INK = '#3d5468', LINE = '#dfe5eb';
  var FONT = getComputedStyle(document.body).fontFamily;
  var drawn = [];

  function ledger(board, filter) {
    var asked = new URLSearchParams(new FormData(document.querySelector('.board-head')));
    asked.delete('case');
    Object.keys(filter).forEach(function (name) { asked.set(name, filter[name]); });
    Array.from(asked.keys()).forEach(function (name) { if (!asked.get(name)) asked.delete(name); });
    return '/cases/' + encodeURIComponent(board.figures.caseNumber) + '/ledger' + (asked.toString() ? '?' + asked : '');
  }
  function short(text, most) { return text.length > most ? text.slice(0, most - 1) + '…' : text; }
  function day(time) { var date = new Date(time); return (date.getMonth() + 1) + '月' + date.getDate() + '日'; }
  function at(isoDay) { var parts = isoDay.split('-'); return new Date(+parts[0], parts[1] - 1, +parts[2]).getTime(); }
  function base(option) {
    return Object.assign({animation: false, textStyle: {fontFamily: FONT, color: INK},
      tooltip: {renderMode: 'richText', confine: true, backgroundColor: '#fff', borderColor: LINE, textStyle: {color: '#22303f', fontSize: 13}}}, option);
  }

  function shares(board, shares, filtered, narrow) {
    var shown = shares.slice(0, 25);
    var most = Math.max.apply(null, shown.map(function (share) { return LIGHTS.reduce(function (sum, light) { return sum + share.lights[light.code]; }, 0); }));
    return {height: shown.length * (filtered === 'aspect' ? 34 : 30) + 34, option: base({
      grid: {left: 8, right: 16, top: 4, bottom: 22, containLabel: true},
      xAxis: {type: 'value', minInterval: 1, splitLine: {lineStyle: {color: LINE}}, axisLabel: {color: INK}},
      yAxis: {type: 'category', inverse: true, data: shown.map(function (share) { return share.name; }), axisTick: {show: false}, axisLine: {lineStyle: {color: LINE}},
        axisLabel: {interval: 0, color: '#22303f', fontSize: 13, lineHeight: 15, width: narrow ? 90 : (filtered === 'aspect' ? 156 : 110), overflow: filtered === 'aspect' && !narrow ? 'break' : 'truncate', formatter: function (name) { return short(name, narrow ? 7 : 22); }}},
      series: LIGHTS.map(function (light) {
        return {name: light.name, type: 'bar', stack: 'lights', barMaxWidth: 22, itemStyle: {color: light.colour, borderColor: '#fff', borderWidth: 1}, emphasis: {focus: 'none'},
          label: {show: true, color: light.text, fontSize: 11, formatter: function (bar) { return bar.value / most < .035 ? '' : bar.value / most < .09 ? bar.value : light.glyph + bar.value; }},
          tooltip: {formatter: function (bar) { return bar.name + '\n' + light.glyph + ' ' + light.name + ' ' + bar.value + '项'; }},
          data: shown.map(function (share) {
            var filter = {light: light.code};
            filter[filtered] = share.code;
            return {value: share.lights[light.code] || null, href: ledger(board, filter)};
          })};
      })})};
  }

  function timeline(board, narrow) {
    var rows = board.timeline.problems;
    var row = {};
    rows.forEach(function (problem, n) { row[problem.number] = n; });
    var before = {};
    var marks = board.timeline.marks.slice().sort(function (a, b) { return a.deadline < b.deadline ? -1 : 1; });
    var times = marks.map(function (mark) { return at(mark.deadline); }).concat(at(board.today), at(board.timeline.concentrated), board.timeline.phases.map(function (phase) { return at(phase.deadline); }));
    var from = Math.min.apply(null, times), to = Math.max.apply(null, times);
    var close = (to - from) / (narrow ? 25 : 70);
    marks.forEach(function (mark) { // neighbours step aside instead of hiding each other
      var last = before[mark.problem];
      mark.step = last && at(mark.deadline) - last.at < close ? (last.step + 1) % 3 : 0;
      before[mark.problem] = {at: at(mark.deadline), step: mark.step};
    });
    var phases = board.timeline.phases.map(function (phase) { return {name: phase.name, time: at(phase.deadline)}; });
    var concentrated = at(board.timeline.concentrated);
    var same = phases.filter(function (phase) { return phase.time === concentrated; })[0];
    if (same) same.name += '、集中整改';
    else phases.push({name: '集中整改', time: concentrated});
    phases.sort(function (a, b) { return a.time - b.time; });
    var lines = phases.map(function (phase, n) {
      return {xAxis: phase.time, lineStyle: {color: '#5a6a7b', type: 'dashed', width: 1}, label: {formatter: phase.name + '\n' + day(phase.time), color: INK, position: 'start', distance: n % 2 ? 34 : 4}};
    });
    lines.push({xAxis: at(board.today), lineStyle: {color: '#b3352b', type: 'solid', width: 2}, label: {formatter: '今天', color: '#b3352b', position: 'end', distance: 2}});
    return {height: rows.length * 30 + 130, option: base({
      grid: {left: 8, right: 34, top: 78, bottom: 44, containLabel: true},
      xAxis: {type: 'time', min: from - 6 * 864e5, max: to + 6 * 864e5, splitNumber: narrow ? 3 : 8, axisLabel: {color: INK, hideOverlap: true, margin: 20, formatter: function (time) { return narrow ? (new Date(time).getMonth() + 1) + '月' : day(time); }}, splitLine: {show: true, lineStyle: {color: '#eef1f4'}}},
      yAxis: {type: 'category', inverse: true, data: rows.map(function (problem) { return problem.number; }), axisTick: {show: false}, axisLine: {lineStyle: {color: LINE}}, splitLine: {show: true, lineStyle: {color: '#eef1f4'}},
        axisLabel: {color: '#22303f', fontSize: 13, interval: 0, formatter: function (number) { var problem = rows[row[number]]; return narrow ? '问题' + number : number + ' ' + short(problem.title, 16); }}},
      series: LIGHTS.map(function (light, n) {
        return {name: light.name, type: 'scatter', symbol: light.symbol, symbolSize: light.code === 'PAUSED' ? [10, 12] : light.code === 'DONE' ? [13, 10] : 13,
          itemStyle: {color: light.code === 'DONE' ? '#8795a3' : light.colour, borderColor: '#fff', borderWidth: light.code === 'DONE' ? 0 : 1}, z: light.code === 'DONE' ? 2 : 4, cursor: 'pointer',
          label: {show: true, position: 'right', distance: 1, fontSize: 10, color: INK, formatter: function (mark) { return mark.data.mark.tasks > 1 ? mark.data.mark.tasks : ''; }},
          tooltip: {formatter: function (point) {
            var mark = point.data.mark;
            var putOff = mark.latest === mark.deadline && light.code !== 'DONE' && light.code !== 'PAUSED' && board.timeline.putOff[mark.deadline];
            return light.glyph + ' ' + light.name + '　时限 ' + mark.deadline + (mark.latest === mark.deadline ? '' : ' 至 ' + mark.latest) + (putOff ? '\n逢休息日，顺延至' + day(at(putOff)) : '') + '\n' + (mark.tasks > 1 ? mark.tasks + '项任务，如：' : '') + short(mark.title, 26);
          }},
          markLine: n === 0 ? {silent: true, symbol: 'none', data: lines} : undefined,
          data: marks.filter(function (mark) { return mark.light === light.code && mark.problem in row; }).map(function (mark) {
            return {value: [at(mark.deadline), row[mark.problem]], mark: mark, symbolOffset: [0, [0, -8, 8][mark.step]],
              href: mark.tasks === 1 ? '/tasks/' + encodeURIComponent(mark.taskNumber) : ledger(board, {problem: mark.problem, deadlineFrom: mark.deadline, deadlineTo: mark.latest, light: mark.light})};
          })};
      })})};
  }

  function trend(board, narrow) {
    var halves = board.trend.halves;
    function links(half) { return ledger(board, {signedOffFrom: half.from, signedOffTo: half.to, light: ''}); }
    return {height: 250, option: base({
      grid: {left: 8, right: 46, top: 44, bottom: 8, containLabel: true},
      legend: {top: 0, left: 0, itemWidth: 18, textStyle: {color: INK}, data: ['本期销号', '累计销号']},
      xAxis: {type: 'category', data: halves.map(function (half) { return half.label; }), axisLabel: {color: INK, hideOverlap: true}, axisTick: {show: false}, axisLine: {lineStyle: {color: LINE}}},
      yAxis: {type: 'value', minInterval: 1, max: board.trend.tasks, axisLabel: {color: INK, showMaxLabel: true}, splitLine: {lineStyle: {color: '#eef1f4'}}},
      series: [
        {name: '本期销号', type: 'bar', barMaxWidth: 20, itemStyle: {color: '#7fa8cc'}, label: {show: !narrow, position: 'top', color: INK, formatter: function (bar) { return bar.value || ''; }},
          tooltip: {formatter: function (bar) { return bar.name + ' 销号' + bar.value + '项'; }}, data: halves.map(function (half) { return {value: half.signedOff, href: links(half)}; })},
        {name: '累计销号', type: 'line', symbol: 'circle', symbolSize: 7, itemStyle: {color: '#1c4a78'}, lineStyle: {color: '#1c4a78', width: 2},
          endLabel: {show: true, color: '#1c4a78', fontWeight: 600, position: 'top', formatter: function (point) { return point.value + '/' + board.trend.tasks; }},
          tooltip: {formatter: function (point) { return '截至' + point.name + '\n累计销号' + point.value + '/' + board.trend.tasks + '项'; }},
          markLine: {silent: true, symbol: 'none', lineStyle: {color: '#5a6a7b', type: 'dashed'}, label: {formatter: '全部' + board.trend.tasks + '项', position: 'insideEndTop', color: INK}, data: [{yAxis: board.trend.tasks}]},
          data: halves.map(function (half) { return {value: half.cumulative, href: links(half)}; })}]})};
  }

  var CHARTS = {
    departments: function (board, narrow) { return shares(board, board.departments, 'department', narrow); },
    aspects: function (board, narrow) { return shares(board, board.aspects, 'aspect', narrow); },
    timeline: timeline,
    trend: trend
  };

  function draw() {
    drawn.forEach(function (chart) { chart.dispose(); });
    drawn = [];
    var section = document.getElementById('board');
    if (!section) return;
    section.querySelectorAll('.chart').forEach(function (box) {
      var table = box.parentElement.querySelector('.chart-table');
      try {
        var board = JSON.parse(section.querySelector('.board-data').textContent);
        box.classList.add('is-drawn');
        var picture = CHARTS[box.dataset.chart](board, box.clientWidth < 480);
        box.style.height = picture.height + 'px';
        var chart = window.echarts.init(box, null, {devicePixelRatio: Math.max(2, window.devicePixelRatio)});
        chart.setOption(picture.option);
        chart.on('click', function (mark) { if (mark.data && mark.data.href) location.href = mark.data.href; });
        drawn.push(chart);
        table.open = false;
      } catch (failure) {
        box.classList.remove('is-drawn');
        box.removeAttribute('style');
        box.textContent = '图没有画出来，下面的表格是同样的数字。';
        box.classList.add('is-failed');
        table.open = true;
      }
    });
  }

  draw();
  document.addEventListener('htmx:afterSettle', function (event) { if (event.target.id === 'board') draw(); });
  var width = window.innerWidth, waiting;
  window.addEventListener('resize', function () {
    if (window.innerWidth === width) return;
    width = window.innerWidth;
    clearTimeout(waiting);
    waiting = setTimeout(draw, 150);
  });
})();
