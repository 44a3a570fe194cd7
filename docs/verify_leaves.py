"""The inputs of a package, points of each leaf and shares of satisfaction by docs/method.md: the first part of verify.py."""
import csv, json, os, sys
from datetime import datetime
from fractions import Fraction as F

folder = sys.argv[1] if len(sys.argv) == 2 else sys.exit(__doc__)
at = lambda *parts: os.path.join(folder, *parts)
def load(*parts): return json.load(open(at(*parts), encoding="utf-8"))
def rows(*parts):
    if not os.path.exists(at(*parts)): return []
    return list(csv.DictReader(open(at(*parts), encoding="utf-8", newline="")))
number = lambda text: F(text) if text else None
exact = lambda value: F(str(value))                              # of a JSON number: 0.1 is one tenth
def rounded(value, places, mode="half_away_from_zero"):
    if value is None: return None
    scaled = abs(value) * 10 ** places
    whole, rest = int(scaled), scaled - int(scaled)
    whole += mode != "toward_zero" and (rest > F(1, 2) or rest == F(1, 2) and (mode == "half_away_from_zero" or whole % 2))
    return F(whole if value >= 0 else -whole, 10 ** places)
given = lambda words: any(letter.isalnum() for letter in words or "")
cycle, about = load("cycle", "cycle.json"), load("datapackage.json")
stages = [stage["code"] for stage in cycle["stages"]] if cycle.get("stages") else []
kinds = [stage["kind"] for stage in cycle["stages"]] if stages else []
survey = load("cycle", "survey.json") if os.path.exists(at("cycle", "survey.json")) else None
frameworks = {g["code"]: load("cycle", g["framework"]) for g in cycle["groups"] if g.get("framework")}
units, held = rows("cycle", "units.csv"), cycle.get("surveyHeld", True)
measured, by_cell = {}, {}
for row in rows("cycle", "satisfaction.csv"): measured.setdefault(row["unit"], []).append(row)
counted = survey is not None and bool(measured)
def cells(name):
    found = {}
    for row in rows("cycle", name): found.setdefault((row["unit"], row.get("leaf") or row.get("item")), []).append(row)
    return found
inputs, acts, decided, evidence, claims = map(cells, ("inputs.csv", "acts.csv", "applicability.csv", "evidence.csv", "adjustments.csv"))
totals = {row["unit"]: row for row in rows("cycle", "totals.csv")} if os.path.exists(at("cycle", "totals.csv")) else None

# 1. Leaves: the rule of the framework, then the last act of the highest stage.
def by_rule(leaf, values, places, mode):
    """(what, points): scored, missing, nothing (arose) or invalid."""
    rule, top = leaf["rule"], exact(leaf["max"])
    kind, get = rule["$type"], lambda name, default=0: exact(rule.get(name, default))
    items = [rule[n] for n in ("numerator", "denominator") if n in rule] or rule.get("items") or [rule.get("count") or rule.get("imported") or {
        "name": {"binary": "met", "levels": "level", "survey_mean": "mean", "sipas": "satisfaction"}.get(kind)}]
    texts = [values.get(item["name"]) for item in items]
    if kind == "manual" or not all(texts): return "missing", None
    if kind == "levels": points = {option["code"]: exact(option["points"]) for option in rule["options"]}[texts[0]]
    else:
        v = [F({"yes": 1, "no": 0}.get(text, text)) for text in texts]
        a, b = v[0], v[-1]
        if min(v) < 0 and kind != "survey_mean" or kind in ("sipas", "external") and a > get("outOf", 100): return "invalid", None
        if "numerator" in rule:
            if b == 0: return ("invalid", None) if a > 0 or rule.get("alwaysArises") else ("nothing", None)
            x = (a if rule.get("mayExceed") else min(a, b)) / b * 100
            if kind == "linear": points = min(x / get("target", 100), F(1)) * top
            elif kind == "linear_cutoff": points = top if x >= 100 else F(0) if x < get("cutoff") else x / 100 * top
            elif kind == "linear_floor": points = min(max((x - get("floor")) / (get("target", 100) - get("floor")), F(0)), F(1)) * top
            else: points = next((exact(band["points"]) for band in rule["bands"] if holds(band, x)), F(0))
        elif kind == "binary": points = top * a
        elif kind == "count_steps": points = next((exact(step["points"]) for step in rule["steps"] if a >= exact(step["atLeast"])), F(0))
        elif kind == "deduction": points = max(get("floor"), top - a * get("each")) if a else top
        elif kind == "weighted_deduction": points = max(get("floor"), top - sum(n * exact(item["each"]) for n, item in zip(v, items))) if any(v) else top
        elif kind == "checklist": points = min(top, sum(n * exact(item["each"]) for n, item in zip(v, items)))
        elif kind == "survey_mean": points = (a - get("scaleMin")) / (get("scaleMax", 100) - get("scaleMin")) * top
        else: points = a / get("outOf", 100) * top               # sipas, external
    return "scored", rounded(points, places, mode)
def holds(band, x):
    low, high = band.get("from"), band.get("to")
    return (low is None or x > exact(low) or x == exact(low) and band.get("fromIncluded", True)) and \
           (high is None or x < exact(high) or x == exact(high) and band.get("toIncluded", False))
def measure(unit, leaf):
    """What feeds a survey leaf: (fed, the row of satisfaction.csv or None); not fed: its input stands in inputs.csv."""
    code, lines = leaf.get("surveyMeasure"), measured.get(unit, [])
    known = survey and code in {c for part in survey["contents"] for c in [part["code"]] + [f["code"] for f in part["factors"]] + [i["code"] for f in part["factors"] for i in f["items"]]}
    if leaf["scoredBy"] != "survey" or not counted or not (code == "sipas" or known): return False, None
    return True, next((row for row in lines if (row["level"] == "overall" if code == "sipas" else row["level"] != "overall" and row["code"] == code)), None)
def score(unit, leaf, rounding):
    """A line of leaves.csv; points None: no score; applicable 0: outside the denominator."""
    key, top, code = (unit["unit"], leaf["code"]), exact(leaf["max"]), unit["unit"]
    done = sorted((dict(act, n=stages.index(act["stage"]), p=number(act["points"])) for act in acts.get(key, [])), key=lambda act: datetime.fromisoformat(act["time"]))
    line = dict(unit=code, group=unit["group"], leaf=leaf["code"], maximum=top, stage="", by_rule=None, acts=done, rule=leaf,
                self=next((act["p"] for act in reversed(done) if act["p"] is not None and kinds[act["n"]] == "self"), None))
    def out(state, points=None, applicable=top, act=None):
        return dict(line, state=state, points=points, applicable=applicable, stage=act["stage"] if act else "")
    policy = lambda what: out("full_points", top) if what == "full" else out("excluded", None, F(0))
    no = leaf.get("notApplicable", "never")
    if key in decided and no != "never" and decided[key][0]["policy"] != "never": return policy(decided[key][0]["policy"])
    if leaf["scoredBy"] == "survey" and not held: return out("survey_not_held", None, F(0))
    fed, row = measure(code, leaf)
    values = {r["input"]: r["value"] for r in inputs.get(key, [])} if not fed else {"satisfaction": row["share"], "mean": row["share"]} if row else {}
    what, points = by_rule(leaf, values, rounding["leafPlaces"], rounding["mode"])
    line["by_rule"] = points
    proposal = out("scored", points) if what == "scored" else policy(no) if what == "nothing" and no != "never" else out("not_scored")
    proposed = points if what == "scored" else top if what == "nothing" and no == "full" else None
    def last(selves):
        able = [(act["n"], i) for i, act in enumerate(done) if act["p"] is not None and kinds[act["n"]] != "explanation" and (selves or kinds[act["n"]] != "self")]
        return done[max(able)[1]] if able else None
    step = exact(leaf["step"]) if leaf.get("step") else None
    sound = lambda p: 0 <= p <= top and (not step or p % step == 0 or p in (top, proposed))
    if leaf["scoredBy"] == "appraisal":
        act = last(True)
        if act is None: return dict(proposal, state="not_appraised") if what in ("scored", "nothing") else out("not_scored")
        own = kinds[act["n"]] == "self"
        if not sound(act["p"]): return out("not_scored")
        settled = proposal["points"] if proposal["points"] is not None else F(0)
        if what == "nothing" and (own or not (given(act["reason"]) and (no == "never" or act["p"] != settled))):
            return dict(proposal, state="not_appraised") if own else proposal
        explained = any(given(a["reason"]) and (a["p"] is None or kinds[a["n"]] in ("self", "explanation")) for a in done)
        bare = leaf.get("evidenceRequired") and key not in evidence and not explained
        return out("not_appraised" if own else "no_evidence" if bare else "scored", F(0) if bare else act["p"], top, act)
    if leaf["scoredBy"] == "survey" and not (row["share"] if fed and row else values):
        if fed or leaf.get("surveyMeasure") == "sipas" and survey is None and unit["satisfaction_measured"] == "no": proposal = out("no_survey_result", None, F(0))
    act = last(False)
    if act is None or act["p"] == proposal["points"] or not sound(act["p"]): return proposal
    return out("scored", act["p"], top, act) if leaf["rule"]["$type"] == "manual" or given(act["reason"]) else proposal

# Satisfaction: shares from their counts, unless something beneath is withheld or answers are weighted.
def share(row, lines):
    if row["suppressed"] == "yes" or not row["share"]: return None
    places, whole = survey.get("places", 2), lambda r: F(int(r["satisfied"]), int(r["answers"])) * 100
    if survey.get("weighted"): return rounded(F(row["share_exact"]), places)
    if row["level"] == "item" or row["mode"] == "overall_question":
        return rounded(whole(row) if row["satisfied"] else F(row["share_exact"]), places)
    parts = [c for c in survey["contents"] if row["level"] == "overall" or row["code"] == c["code"] or row["code"] in [f["code"] for f in c["factors"]]]
    factors = [f for c in parts for f in c["factors"] if row["level"] != "factor" or f["code"] == row["code"]]
    sets = [[i["code"] for f in factors for i in f["items"]]]
    if row["mode"] == "mean_of_items": sets = [[code] for code in sets[0]]
    elif row["mode"] == "mean_of_factors" and row["level"] != "factor": sets = [[i["code"] for i in f["items"]] for f in factors]
    elif row["mode"] == "mean_of_contents" and row["level"] == "overall": sets = [[i["code"] for f in c["factors"] for i in f["items"]] for c in parts]
    items, shares = {r["code"]: r for r in lines if r["level"] == "item"}, []
    for codes in sets:
        found = [items.get(code) for code in codes]
        if any(r is None or not r["satisfied"] for r in found): return rounded(F(row["share_exact"]), places)
        base = sum(int(r["answers"]) for r in found)
        if base: shares.append(F(sum(int(r["satisfied"]) for r in found), base) * 100)
    return rounded(sum(shares) / len(shares), places) if shares else None
def over(share):
    line = (survey or {}).get("threshold", {"value": 90, "orEqual": True})
    return share >= exact(line["value"]) if line.get("orEqual", True) else share > exact(line["value"])
