#!/usr/bin/env python3
"""Verifies an open-data package without the program: python3 verify.py FOLDER. Needs Python 3.9 and nothing else. Recomputes every
published number, rank, tie, satisfaction and grade from FOLDER/cycle by docs/method.md, then checks every hash. Exit 0: all agree;
1: the first cell that differs is named. Sentences (names, workings) and intervals of single shares have their hash alone."""
import csv, hashlib, json, math, os, sys
from datetime import date, datetime, timedelta
from fractions import Fraction as F
from itertools import groupby
class Row(dict): __getattr__, __setattr__ = dict.get, dict.__setitem__                  # row.name is row["name"], None where there is none
folder = sys.argv[1] if len(sys.argv) == 2 else sys.exit(__doc__)
def at(*parts): return os.path.join(folder, *parts)
def load(*parts): return json.load(open(at(*parts), encoding="utf-8"), parse_int=F, parse_float=F, object_hook=Row)    # 0.1 is a tenth
def rows(*parts): return [*map(Row, csv.DictReader(open(at(*parts), encoding="utf-8", newline="")))] if os.path.exists(at(*parts)) else []
def by(lines, key): return {k: list(found) for k, found in groupby(sorted(lines, key=key), key)}
def number(text): return F(text) if text else None
def given(words): return any(letter.isalnum() for letter in words or "")
def rounded(value, places, mode="half_away_from_zero"):
    whole, rest = divmod(abs(value or 0) * 10 ** places, 1)
    whole += mode != "toward_zero" and (rest > F(1, 2) or rest == F(1, 2) and (mode == "half_away_from_zero" or whole % 2))
    return None if value is None else F(whole if value >= 0 else -whole) / 10 ** places
cycle, about, units = load("cycle", "cycle.json"), load("datapackage.json"), rows("cycle", "units.csv")
survey = load("cycle", "survey.json") if os.path.exists(at("cycle", "survey.json")) else Row()
kinds, held, unit_of = {s.code: s.kind for s in cycle.stages or []}, cycle.get("surveyHeld", True), {u.unit: u for u in units}
frameworks = {g.code: load("cycle", g.framework) for g in cycle.groups if g.framework}
measured, totals = ({} if name == "satisfaction.csv" and not survey else by(rows("cycle", name), lambda row: row.unit)
                    for name in ("satisfaction.csv", "totals.csv"))
inputs, acts, decided, evidence, claims = (by(rows("cycle", name + ".csv"), lambda row: (row.unit, row.leaf or row.item))
                                           for name in ("inputs", "acts", "applicability", "evidence", "adjustments"))
plain = Row(rounding=Row(publishedPlaces=2, mode="half_away_from_zero"), ties=Row(), bands=[])     # of a group without a framework

# 1. Leaves: the rule of the framework, then the last act of the highest stage.
def holds(band, x):
    low, high = band.get("from"), band.to
    above = low is None or x > low or x == low and band.get("fromIncluded", True)
    return above and (high is None or x < high or x == high and band.toIncluded)
def by_rule(leaf, values, rounding):
    """(what, points): scored, missing (or invalid), nothing (arose)."""
    rule, top, first = leaf.rule, leaf.max, lambda steps, test: next((step.points for step in steps if test(step)), F(0))
    kind, target, floor, out_of = rule["$type"], rule.target or 100, rule.floor or F(0), rule.outOf or 100
    own = Row(name={"binary": "met", "levels": "level", "survey_mean": "mean", "sipas": "satisfaction"}.get(kind))
    items = [rule[n] for n in ("numerator", "denominator") if n in rule] or rule.get("items") or [rule.count or rule.imported or own]
    texts = [values.get(item.name) for item in items]
    if kind == "manual" or not all(texts): return "missing", None
    v = [F({"yes": 1, "no": 0}.get(text, text)) for text in texts] if kind != "levels" else [F(0)]
    a, b, each = v[0], v[-1], sum(n * (item.each or 0) for n, item in zip(v, items))
    if min(v) < 0 and kind != "survey_mean" or kind in ("sipas", "external") and a > out_of: return "missing", None
    if rule.numerator and b == 0: return "missing" if a > 0 or rule.alwaysArises else "nothing", None
    x = (a if rule.mayExceed else min(a, b)) / b * 100 if rule.numerator else a
    if kind == "levels": points = first(rule.options, lambda option: option.code == texts[0])
    elif kind == "linear": points = min(x / target, F(1)) * top
    elif kind == "linear_cutoff": points = top if x >= 100 else F(0) if x < rule.cutoff else x / 100 * top
    elif kind == "linear_floor": points = min(max((x - floor) / (target - floor), F(0)), F(1)) * top
    elif kind == "binary": points = top * a
    elif kind == "count_steps": points = first(rule.steps, lambda step: a >= step.atLeast)
    elif kind == "deduction": points = max(floor, top - a * rule.each) if a else top
    elif kind == "weighted_deduction": points = max(floor, top - each) if any(v) else top
    elif kind == "checklist": points = min(top, each)
    elif kind == "survey_mean": points = (a - (rule.scaleMin or 0)) / ((rule.scaleMax or 100) - (rule.scaleMin or 0)) * top
    else: points = a / out_of * top if kind in ("sipas", "external") else first(rule.bands, lambda band: holds(band, x))
    return "scored", rounded(points, rounding.leafPlaces, rounding.mode)
def codes_below(part):
    return {c for key in ("contents", "factors", "items") for one in part.get(key, []) for c in {one.code} | codes_below(one)}
def score(unit, leaf, rounding):
    """A line of leaves.csv; points None: no score; applicable 0: outside the denominator."""
    key, top, source, no, code = (unit.unit, leaf.code), leaf.max, leaf.scoredBy, leaf.notApplicable or "never", leaf.surveyMeasure
    done = [Row(act, kind=kinds[act.stage], n=list(kinds).index(act.stage), p=number(act.points)) for act in acts.get(key, [])]
    done.sort(key=lambda act: datetime.fromisoformat(act.time))
    own = [act.p for act in done if act.p is not None and act.kind == "self"]
    line = Row(unit=key[0], group=unit.group, leaf=key[1], maximum=top, by_rule=None, acts=done, rule=leaf, self=own[-1] if own else None)
    def out(state, points=None, applicable=top, act=Row(stage="")):
        return Row(line, state=state, points=points, applicable=applicable, stage=act.stage)
    def policy(what): return out("full_points", top) if what == "full" else out("excluded", None, F(0))
    if no != "never" and key in decided and decided[key][0].policy != "never": return policy(decided[key][0].policy)
    if source == "survey" and not held: return out("survey_not_held", None, F(0))
    fed = source == "survey" and bool(measured) and (code == "sipas" or code in codes_below(survey))        # out of satisfaction.csv
    fits = lambda row: fed and (row.level == "overall") == (code == "sipas") and code in ("sipas", row.code)
    row = next(filter(fits, measured.get(key[0], [])), None)
    values = {"satisfaction": row.share, "mean": row.share} if row else {} if fed else {r.input: r.value for r in inputs.get(key, [])}
    what, line.by_rule = by_rule(leaf, values, rounding)
    nothing = what == "nothing"
    proposal = out("scored", line.by_rule) if what == "scored" else policy(no) if nothing and no != "never" else out("not_scored")
    passed = ("explanation",) if source == "appraisal" else ("explanation", "self")
    able = [(act.n, i) for i, act in enumerate(done) if act.p is not None and act.kind not in passed]
    act = done[max(able)[1]] if able else None
    sound = act and 0 <= act.p <= top and (not leaf.step or act.p % leaf.step == 0 or act.p in (top, proposal.points))
    if source == "appraisal":
        if not act: return out("not_scored") if what == "missing" else Row(proposal, state="not_appraised")
        if not sound: return out("not_scored")
        own, overruled = act.kind == "self", given(act.reason) and (no == "never" or act.p != (proposal.points or F(0)))
        if nothing and (own or not overruled): return Row(proposal, state="not_appraised") if own else proposal
        explained = any(given(a.reason) and (a.p is None or a.kind in ("self", "explanation")) for a in done)
        bare = leaf.evidenceRequired and key not in evidence and not explained
        return out("not_appraised" if own else "no_evidence" if bare else "scored", F(0) if bare else act.p, top, act)
    unmeasured = fed or code == "sipas" and not survey and unit.satisfaction_measured == "no"
    if source == "survey" and not (row.share if row else values) and unmeasured: proposal = out("no_survey_result", None, F(0))
    typed = sound and act.p != proposal.points and (leaf.rule["$type"] == "manual" or given(act.reason))
    return out("scored", act.p, top, act) if typed else proposal

# 2. Satisfaction: shares from their counts, unless something beneath is withheld or answers are weighted.
def share(row, lines):
    if row.suppressed == "yes" or not row.share: return None
    level, mode, items, places = row.level, row.mode, {r.code: r for r in lines if r.level == "item"}, survey.get("places", 2)
    contents = [c for c in survey.contents if level == "overall" or row.code in {c.code} | {f.code for f in c.factors}]
    factors = [f for c in contents for f in c.factors if level != "factor" or f.code == row.code]
    sets = [[f] for f in factors] if mode == "mean_of_factors" and level != "factor" else \
        [c.factors for c in contents] if mode == "mean_of_contents" and level == "overall" else [factors]
    found = [[items.get(i.code) for f in part for i in f["items"]] for part in sets]
    if mode == "mean_of_items": found = [[one] for one in found[0]]
    if level == "item" or mode == "overall_question": found = [[row]]
    if survey.weighted or any(not r or not r.satisfied for part in found for r in part): return rounded(F(row.share_exact), places)
    shares = [F(sum(int(r.satisfied) for r in part) * 100, base) for part in found if (base := sum(int(r.answers) for r in part))]
    return rounded(sum(shares) / len(shares), places) if shares else None
def over(value):
    line = survey.threshold or Row(value=90)
    return None if value is None else value > line.value or line.get("orEqual", True) and value == line.value

# 3. Units: sums, index, band; then ranks inside each group, at the published places.
def part(lines, rounding, state, **more):
    points, applicable = sum((l.points or 0 for l in lines), F(0)), sum((l.applicable for l in lines), F(0))
    index = points / applicable * 100 if state != "not_submitted" and applicable and all(l.state != "not_scored" for l in lines) else None
    return Row(more, points=points, applicable=applicable, index_exact=index, index=rounded(index, rounding.publishedPlaces, rounding.mode))
def result(unit):
    frame, code, own = frameworks.get(unit.group, plain), unit.unit, dict(unit=unit.unit, group=unit.group)
    line = Row(own, leaves=[], areas=[], criteria=[], points=None, applicable=None, bonus=F(0), penalty=F(0))
    def told(value, exact=None): line.update(satisfaction=value, satisfaction_exact=exact or value, above=over(value))
    told(None)
    if totals:
        known = totals.get(code, [Row()])[0]
        told(number(known.satisfaction))
        line.index = line.index_exact = number(known["index"] if "index" in known else None)
        line.state = "not_published" if line.index is None else "ranked"
    else:
        rounding, lines = frame.rounding, line.leaves
        for area in frame.areas:
            first = len(lines)
            for criterion in area.criteria:
                found = [score(unit, leaf, rounding) for leaf in criterion.subCriteria or [criterion.scored or criterion]]
                lines += found
                line.criteria.append((criterion, found))
            line.areas.append((area, lines[first:]))
        judged, states = [l for l in lines if l.rule.scoredBy == "appraisal" and l.state != "excluded"], {l.state for l in lines}
        sent = "self" not in kinds.values() or any(act.kind == "self" for l in judged for act in l.acts)
        state = "not_submitted" if judged and not sent else "incomplete" if "not_scored" in states else \
            "no_index" if not sum(l.applicable for l in lines) else "not_appraised" if "not_appraised" in states else "ranked"
        line.areas = [part(found, rounding, state, **own, area=one.code) for one, found in line.areas]
        line.criteria = [part(found, rounding, state, **own, criterion=one.code) for one, found in line.criteria]
        for kind in ("bonus", "penalty"):
            cases, cap = lambda item: sum(max(F(0), F(c.cases)) for c in claims.get((code, item.code), [])), kind + "Cap"
            line[kind] = sum(min(i.max, rounded(cases(i) * i.each, 4)) for i in frame.adjustments["items"] if i.kind == kind)
            if cap in frame.adjustments: line[kind] = min(line[kind], frame.adjustments[cap])
        line.update(part(lines, rounding, state), state=state)
        value = line.index_exact + line.bonus - line.penalty if state in ("ranked", "not_appraised") else None
        line.index_exact = min(value, F(100)) if value is not None and frame.capAtHundred else value
        line.index = rounded(line.index_exact, rounding.publishedPlaces, rounding.mode)
        if state == "not_submitted": line.points = line.applicable = None
        for row in measured.get(code, [])[:1]:
            told(number(row.share), number(row.share_exact))
            line.above = {"yes": True, "no": False}.get(row.above_threshold)
        imported = [number(r.value) for l in lines if l.rule.surveyMeasure == "sipas" for r in inputs.get((code, l.leaf), [])]
        if held and not measured and imported: told(imported[0])
    line.band = next((b.code for b in frame.bands if line.index is not None and holds(b, line.index)), "")
    return line
def settle(lines, frame, of):
    """Rank and tie of each: higher first, equal published figures share unless the framework orders them by keys."""
    ties, rounding = frame.ties or Row(), frame.rounding
    places, more = ties.get("places", rounding.publishedPlaces), ties.get("keys", []) if ties.kind == "ordered" else []
    def keys(line):
        values = {"area:" + a.area: a.index_exact for a in line.areas}
        values.update(unrounded=of(line).index_exact, satisfaction=line.satisfaction)
        own = of(line)["index"] if places == rounding.publishedPlaces else rounded(of(line).index_exact, places, rounding.mode)
        return [(value is not None, value or F(0)) for value in [own] + [values.get(key) for key in more]]
    able = [(keys(line), of(line)) for line in lines if line.state == "ranked" and of(line)["index"] is not None]
    for line in lines: of(line).update(rank=None, tied=None)
    for mine, line in able: line.update(rank=1 + sum(k > mine for k, _ in able), tied=sum(k == mine for k, _ in able) > 1)
results = []
for group in cycle.groups:
    lines, frame = [result(unit) for unit in units if unit.group == group.code], frameworks.get(group.code, plain)
    for i in range(len(frame.areas or []) if not totals else 0): settle(lines, frame, lambda line: line.areas[i])
    settle(lines, frame, lambda line: line)
    results += sorted(lines, key=lambda line: (line.rank or math.inf, line.unit))

# 4. The year before: the same body, the same framework, the same group.
earlier = {row.unit: row for row in rows("cycle", "previous", "published.csv")} if cycle.previous else None
past, before_of = earlier is not None and load("cycle", "previous", "cycle.json"), {unit.unit: unit.predecessors.split() for unit in units}
heirs = [p for found in before_of.values() for p in set(found)]
def before(code):
    only, start = before_of[code], unit_of[code].valid_from
    fresh = any(p != code for p in only) and (not start or start > "%d-12-31" % past.year)
    if code in earlier: return None if fresh else earlier[code]
    return earlier.get(only[0]) if len(only) == 1 and heirs.count(only[0]) == 1 and only[0] not in unit_of else None
group_before = {g.code: g.previousGroup or g.code for g in cycle.groups}
same_method = earlier and survey and survey.methodVersion in {row.method_version for row in earlier.values() if row.method_version}
for line in results:
    then, was, frame = before(line.unit) if earlier is not None else None, group_before[line.group], frameworks.get(line.group)
    old, above = number(then["index"]) if then else None, same_method and then and then.above_threshold
    same = None not in (line.index, old) and not (frame and then.framework not in ("", frame.code))
    known = same and list(group_before.values()).count(was) == 1 and then.group == was and line.rank
    line.update(then=then, previous_index=old, previous_rank=number(then.rank) if known else None,
                change=line.index - old if same else None, above_before=above == "yes", unknown_before=above == "" and line.above is not None)

# 5. Groups and blocks: plain means of exact figures, rounded once.
def together(kind, code, members):
    lines = [line for line in results if line.group in members]
    ranked, count = [line for line in lines if line.state == "ranked"], lambda key, value: sum(line[key] is value for line in lines)
    rounding = next((frameworks[m].rounding for m in members if m in frameworks), plain.rounding)
    def mean(values, places=rounding.publishedPlaces, mode=rounding.mode):
        return rounded(sum(values) / len(values), places, mode) if values else None
    now, compared = mean([line.index_exact for line in ranked]), earlier is not None and all(line.change is not None for line in ranked)
    then = mean([F(line.then.index_exact or line.then["index"]) for line in ranked]) if compared else None
    ends = [row for line in lines for row in measured.get(line.unit, [])[:1] if row.suppressed != "yes" and row.low and row.high]
    figures, shares = [line.index for line in ranked], [line.satisfaction_exact for line in lines if line.satisfaction_exact is not None]
    return Row(kind=kind, code=code, units=len(lines), ranked=len(ranked), mean=now,
               best=max(figures, default=None), worst=min(figures, default=None), previous_mean=then,
               mean_change=None if None in (now, then) else now - then,
               satisfaction_mean=mean(shares, survey.get("places", 2), plain.rounding.mode), satisfaction_above=count("above", True),
               satisfaction_below=count("above", False), satisfaction_none=count("above", None),
               satisfaction_crossing=sum(over(F(row.low)) != over(F(row.high)) for row in ends) if ends else None,
               satisfaction_above_before=count("above_before", True) if same_method and not count("unknown_before", True) else None)
everybody = [("group", g.code, [g.code]) for g in cycle.groups] + [("block", b.code, b.groups) for b in cycle.blocks or []]
groups = [together(*one) for one in everybody + [("block", "all", [g.code for g in cycle.groups])]]
def satisfaction():
    for lines in (measured.get(line.unit, []) for line in results):
        for n, row in enumerate(lines):
            value = share(row, lines)
            exact = value if survey.threshold.get("onPublished", True) else number(row.share_exact)
            yield Row(row, share=value, above_threshold=None if value is None or n else over(exact))

# 6. Heads: eligibility, failing conditions, base band, ceilings, downgrades, quota, council.
def heads():
    rules, line_of, year = load("cycle", "heads-rules.json"), {line.unit: line for line in results}, int(cycle.year)
    profile, steps = next(p for p in rules.profiles if p.code == cycle.heads.profile), {step.id: step for step in rules.steps}
    ladder = [g.code for g in sorted((g for g in rules.grades if g.order is not None), key=lambda g: g.order)]
    def months(row):
        if not (row.get("from") or row.to): return None
        start = max(date(year, 1, 1), date.fromisoformat(row.get("from") or "0001-01-01"))
        end = min(date(year, 12, 31), date.fromisoformat(row.to or "9998-12-31")) + timedelta(1)
        return F(max(0, (end.year - start.year) * 12 + end.month - start.month - (end.day < start.day)))
    def value(one, row, line):
        text, exactly = (row.get(one.name) or "").strip(), "index_exact" if profile.get("index") == "exact" else "index"
        if text: return F({"yes": 1, "true": 1, "no": 0, "false": 0}.get(text, text))
        found = {"published_index": line[exactly], "previous_published_index": line.previous_index,
                 "published_satisfaction": line.satisfaction, "satisfaction_exempt": F(unit_of[line.unit].satisfaction_measured == "no"),
                 "months_in_post": months(row),
                 "lowest_area_index": min((a["index"] for a in line.areas if a["index"] is not None), default=None)}.get(one.get("from"))
        return one.default if found is None and one.missing == "default" else found
    def true(when, v):
        if not when: return True
        if when.all or when.any: return (all if when.all else any)(true(one, v) for one in when.all or when.any)
        left, name = v.get(when.input), when.parameter
        right = when.value if not name else profile.sipasForTop if name == "sipas_for_top" else profile.bands.get(name.split(".")[1])
        if when.other: right = None if v.get(when.other) is None else v[when.other] + (when.plus or 0)
        tests = {"missing": left is None, "present": left is not None, "yes": left == 1, "no": left == 0}
        if None not in (left, right):
            tests.update(less=left < right, at_most=left <= right, equal=left == right, at_least=left >= right, greater=left > right)
        return tests.get(when["is"], False)
    cases, worst = [], lambda grades: min(grades, key=ladder.index)
    for row in rows("cycle", "heads.csv"):
        v = {one.name: value(one, row, line_of[row.unit]) for one in rules.inputs}
        fired = {name: [rule for rule in step.rules or [] if true(rule.when, v)] for name, step in steps.items()}
        out, fails, down = fired["eligibility"], fired["failing_conditions"], sum(rule.down for rule in fired["downgrades"])
        grade = out[0].then if out else worst(rule.then for rule in fails or fired["base_band"][:1])
        if not out and not fails:
            limit, grade = steps["downgrades"].maxTotal, worst([grade] + [rule.max for rule in fired["ceilings"]])
            grade = ladder[max(0, ladder.index(grade) - int(down if limit is None else min(limit, down)))]
        cases.append(Row(row, v=v, grade=grade, out=out, fails=fails, group=line_of[row.unit].group))
    quota, order = profile.topQuota or Row(), steps["top_quota"].quota
    for inside in by(cases, lambda case: quota.per == "all" or case.group).values() if quota and order else ():
        top, share, excess = [case for case in inside if not case.out and case.grade == ladder[-1]], quota.share, order.excessBecomes
        both, nearest = len(top) + sum(case.grade == excess for case in inside), lambda y: rounded(y, 0)
        whole = {"floor": math.floor, "ceiling": math.ceil}.get(quota.get("round", "floor"), nearest)
        limit = whole(share * both) if quota.of == "tot_and_above" else \
            next(k for k in range(both + 1) if k == both or k + 1 > whole(share * (both - k - 1)))
        key = lambda case: [(case.v.get(n) is not None, case.v.get(n) or F(0)) for n in order.orderBy]
        for case in [one for one in top if sum(key(other) >= key(one) for other in top) > limit]: case.grade = excess
    powers = steps["council"].council or Row(mayChangeLevels=-1)
    for case in cases:
        wanted, *grounds = ((case.get("council_" + name) or "").strip() for name in ("grade", "reason", "evidence"))
        move = ladder.index(wanted) - ladder.index(case.grade) if wanted in ladder and not case.out and all(grounds) else math.inf
        if abs(move) <= powers.mayChangeLevels and not (case.fails and move > 0): case.grade = wanted
    return cases

# 7. Compare: every cell that was recomputed, then every hash.
wrong = []
def same(mine, cell):
    if mine is None or isinstance(mine, (bool, str)): return cell == {True: "yes", False: "no", None: ""}.get(mine, mine)
    try: return F(cell) == mine
    except (ValueError, ZeroDivisionError): return False
def differs(where, mine, found): wrong.append((where, float(mine) if isinstance(mine, F) else mine, found))
def table(name, lines, only=None):
    there = rows(name)
    if len(there) != len(lines): differs(name, len(lines), f"{len(there)} dòng / rows")
    for n, (mine, row) in enumerate(zip(lines, there), 2):
        for column in (c for c in only or row if c in mine and c in row and not same(mine[c], row[c])):
            differs(f"{name}:{n}: {column} ({row.unit or row.code})", mine[column], row[column])
for name in ("leaves", "criteria", "areas") if not totals else (): table(name + ".csv", [one for line in results for one in line[name]])
more = dict(year=cycle.year, basis="totals" if totals else "detail", **{name: about[name] for name in ("final", "inputs_sha256", "engine")})
table("results.csv", [Row(line, **more) for line in results])
table("groups.csv", groups)
table("units.csv", units)
if measured: table("satisfaction.csv", list(satisfaction()))
if cycle.heads and cycle.heads.published: table("heads.csv", heads(), ("group", "unit", "grade"))
for known, name in (line.rstrip("\n").split("  ", 1) for line in open(at("SHA256SUMS"), encoding="ascii")):
    found = hashlib.sha256(open(at(name), "rb").read()).hexdigest() if os.path.exists(at(name)) else "không có / none"
    if found != known: differs(name, known, found)
if wrong: sys.exit("{}: khác / differs: tính lại / recomputed {!r}, trong tệp / in the file {!r}".format(*wrong[0]))
print(f"{folder}: {len(results)} đơn vị, mọi con số tính lại đều khớp / units, every recomputed figure agrees")
