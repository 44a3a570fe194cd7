"""Grades of the heads by the rule set of the package: the second part of verify.py."""
import math
from datetime import date, timedelta
from verify_leaves import *

# Heads: eligibility, failing conditions, base band, ceilings, downgrades, quota, council.
def heads(results):
    rules, use = load("cycle", "heads-rules.json"), cycle["heads"]
    profile = next(p for p in rules["profiles"] if p["code"] == use["profile"])
    ladder = [g["code"] for g in sorted((g for g in rules["grades"] if g.get("order") is not None), key=lambda g: g["order"])]
    step = lambda name: next((s for s in rules["steps"] if s["id"] == name), {})
    worse = lambda one, other: other if one is None or ladder.index(other) < ladder.index(one) else one
    def value(one, row, line):
        text = (row.get(one["name"]) or "").strip()
        if text: return F({"yes": 1, "true": 1, "no": 0, "false": 0}.get(text, text))
        found = {"published_index": line["index_exact" if profile.get("index") == "exact" else "index"], "previous_published_index": line["previous_index"],
                 "published_satisfaction": line["satisfaction"], "satisfaction_exempt": F(units[[u["unit"] for u in units].index(line["unit"])]["satisfaction_measured"] == "no"),
                 "lowest_area_index": min((a["index"] for a in line["areas"] if a["index"] is not None), default=None), "months_in_post": months(row)}.get(one.get("from"))
        return exact(one["default"]) if found is None and one["missing"] == "default" else found
    def months(row):
        if not row.get("from") and not row.get("to"): return None
        first, last = date(cycle["year"], 1, 1), date(cycle["year"], 12, 31)
        start = max(first, date.fromisoformat(row["from"])) if row.get("from") else first
        end = (min(last, date.fromisoformat(row["to"])) if row.get("to") else last) + timedelta(1)
        return F(0) if end <= start else F((end.year - start.year) * 12 + end.month - start.month - (end.day < start.day))
    def true(when, v):
        if when is None: return True
        if when.get("all") is not None: return all(true(one, v) for one in when["all"])
        if when.get("any") is not None: return any(true(one, v) for one in when["any"])
        left, name, test = v.get(when["input"]), when.get("parameter"), when["is"]
        if test in ("missing", "present"): return (left is None) == (test == "missing")
        if test in ("yes", "no"): return left == (test == "yes")
        bound = profile.get("sipasForTop") if name == "sipas_for_top" else profile["bands"].get(name.split(".")[1]) if name else when.get("value")
        right = v.get(when["other"]) if when.get("other") else None if bound is None else exact(bound)
        if left is None or right is None: return False
        right += exact(when.get("plus") or 0) if when.get("other") else 0
        return {"less": left < right, "at_most": left <= right, "equal": left == right, "at_least": left >= right, "greater": left > right}[test]
    cases = []
    for row in rows("cycle", "heads.csv"):
        line = next(line for line in results if line["unit"] == row["unit"])
        v = {one["name"]: value(one, row, line) for one in rules["inputs"]}
        fired = lambda name: [rule for rule in step(name).get("rules", []) if true(rule.get("when"), v)]
        grade, out, fails = None, fired("eligibility"), fired("failing_conditions")
        if out: grade = out[0]["then"]
        elif fails:
            for rule in fails: grade = worse(grade, rule["then"])
        else:
            grade, left = next((rule["then"] for rule in fired("base_band")), None), step("downgrades").get("maxTotal", len(ladder))
            for rule in fired("ceilings"): grade = worse(grade, rule["max"])
            for rule in fired("downgrades"): grade, left = ladder[max(0, ladder.index(grade) - min(left, rule["down"]))], left - min(left, rule["down"])
        cases.append(dict(row=row, v=v, grade=grade, out=bool(out), fails=bool(fails), scope=line["group"], group=line["group"], unit=row["unit"]))
    quota, order = profile.get("topQuota"), step("top_quota").get("quota")
    for scope in {case["group"] for case in cases} if quota and order else ():
        inside = [c for c in cases if quota.get("per") == "all" or c["group"] == scope]
        top, good = [c for c in inside if not c["out"] and c["grade"] == ladder[-1]], sum(c["grade"] == order["excessBecomes"] for c in inside)
        whole = lambda x: {"floor": math.floor, "ceiling": math.ceil}.get(quota.get("round", "floor"), lambda y: int(rounded(y, 0)))(x)
        total, share = len(top) + good, exact(quota["share"])
        limit = whole(share * total) if quota["of"] == "tot_and_above" else next(k for k in range(total + 1) if k == total or k + 1 > whole(share * (total - k - 1)))
        key = lambda c: [(c["v"].get(n) is not None, c["v"].get(n) or F(0)) for n in order["orderBy"]]
        for case, n in [(c, sum(key(o) >= key(c) for o in top)) for c in top]:
            if n > limit: case["grade"] = order["excessBecomes"]
        if quota.get("per") == "all": break
    for case in cases:
        row, most = case["row"], step("council").get("council", {}).get("mayChangeLevels", -1)
        wanted = row.get("council_grade")
        if not wanted or wanted not in ladder or case["out"] or not (row.get("council_reason") or "").strip() or not (row.get("council_evidence") or "").strip(): continue
        move = ladder.index(wanted) - ladder.index(case["grade"])
        if abs(move) <= most and not (case["fails"] and move > 0): case["grade"] = wanted
    return [dict(group=c["group"], unit=c["unit"], grade=c["grade"]) for c in cases]
