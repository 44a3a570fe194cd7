#!/usr/bin/env python3
"""Verifies an open-data package without the program: python3 verify.py FOLDER. Needs Python 3.9 and nothing else;
its other two parts, verify_leaves.py and verify_heads.py, lie beside it.
Recomputes every published number, rank, tie and grade from the inputs in FOLDER/cycle by docs/method.md, then checks every hash.
Exit 0: all agree; 1: the first cell that differs is named. Sentences (names, workings) and intervals of single shares have their hash alone."""
import hashlib
from verify_leaves import *
from verify_heads import heads

# 1. Units: sums, index, band; then ranks inside each group, at the published places.
scored_leaves = lambda criterion: criterion.get("subCriteria") or [criterion.get("scored") or criterion]
def part(lines, rounding, state):
    points, applicable = sum(l["points"] or 0 for l in lines), sum(l["applicable"] for l in lines)
    known = state != "not_submitted" and applicable and all(l["state"] != "not_scored" for l in lines)
    index = points / applicable * 100 if known else None
    return dict(points=points, applicable=applicable, index_exact=index, index=rounded(index, rounding["publishedPlaces"], rounding["mode"]))
def result(unit):
    line = dict(unit=unit["unit"], group=unit["group"], leaves=[], areas=[], criteria=[], bonus=F(0), penalty=F(0), satisfaction=None, satisfaction_exact=None, above=None)
    frame, code = frameworks.get(unit["group"]), unit["unit"]
    if totals is not None:
        own = totals.get(code, {})
        value, share = number(own.get("index")), number(own.get("satisfaction"))
        band = next((b["code"] for b in (frame or {}).get("bands", []) if value is not None and holds(b, value)), "")
        return dict(line, state="not_published" if value is None else "ranked", index_exact=value, index=value, band=band, points=None, applicable=None,
                    satisfaction=share, satisfaction_exact=share, above=None if share is None else over(share))
    rounding, lines = frame["rounding"], []
    for area in frame["areas"]:
        first = len(lines)
        for criterion in area["criteria"]:
            found = [score(unit, leaf, rounding) for leaf in scored_leaves(criterion)]
            lines += found
            line["criteria"].append((criterion, found))
        line["areas"].append((area, lines[first:]))
    judged = [l for l in lines if l["rule"]["scoredBy"] == "appraisal" and l["state"] != "excluded"]
    sent = "self" not in kinds or any(kinds[act["n"]] == "self" for l in judged for act in l["acts"])
    state = "not_submitted" if judged and not sent else "incomplete" if any(l["state"] == "not_scored" for l in lines) else \
        "no_index" if not sum(l["applicable"] for l in lines) else "not_appraised" if any(l["state"] == "not_appraised" for l in lines) else "ranked"
    for key, cap in (("bonus", "bonusCap"), ("penalty", "penaltyCap")):
        rules = [item for item in frame["adjustments"]["items"] if item["kind"] == key]
        cases = lambda item: sum(max(F(0), F(c["cases"])) for c in claims.get((code, item["code"]), []))
        total = sum(min(exact(item["max"]), rounded(cases(item) * exact(item["each"]), 4)) for item in rules)
        line[key] = min(total, exact(frame["adjustments"][cap])) if frame["adjustments"].get(cap) is not None else total
    for name in ("areas", "criteria"):
        line[name] = [dict(part(found, rounding, state), unit=code, group=unit["group"], **{"area" if name == "areas" else "criterion": one["code"]}) for one, found in line[name]]
    whole = part(lines, rounding, state)
    if state in ("ranked", "not_appraised"):
        value = whole["points"] / whole["applicable"] * 100 + line["bonus"] - line["penalty"]
        whole["index_exact"] = min(value, F(100)) if frame.get("capAtHundred") else value
        whole["index"] = rounded(whole["index_exact"], rounding["publishedPlaces"], rounding["mode"])
    else: whole["index_exact"] = whole["index"] = None
    line["band"] = next((band["code"] for band in frame["bands"] if whole["index"] is not None and holds(band, whole["index"])), "")
    if state == "not_submitted": whole["points"] = whole["applicable"] = None
    if counted and measured.get(code):
        top = measured[code][0]
        line.update(satisfaction=number(top["share"]), satisfaction_exact=number(top["share_exact"]), above={"yes": True, "no": False}.get(top["above_threshold"]))
    elif held and not counted:
        share = next((number(r["value"]) for l in lines if l["rule"].get("surveyMeasure") == "sipas" for r in inputs.get((code, l["leaf"]), [])), None)
        line.update(satisfaction=share, satisfaction_exact=share, above=None if share is None else over(share))
    return dict(line, state=state, leaves=lines, **whole)
def settle(lines, frame, pick, exactly):
    """Rank and tie of each: higher first, equal published figures share unless the framework orders them by keys."""
    ties, rounding = (frame or {}).get("ties", {}), (frame or {}).get("rounding", {})
    places = ties.get("places")
    def keys(line):
        own = pick(line) if places is None or places == rounding.get("publishedPlaces") else rounded(exactly(line), places, rounding["mode"])
        more = {"unrounded": lambda k: exactly(line), "satisfaction": lambda k: line["satisfaction"]}
        area = lambda k: next(a["index_exact"] for a in line["areas"] if "area:" + a["area"] == k)
        values = [own] + [more.get(k, area)(k) for k in (ties.get("keys", []) if ties.get("kind") == "ordered" else [])]
        return [(value is not None, value or F(0)) for value in values]
    able = [(keys(line), line) for line in lines if pick(line) is not None]
    return {id(line): (1 + sum(k > mine for k, _ in able), sum(k == mine for k, _ in able) > 1) for mine, line in able}
results = []
for group in cycle["groups"]:
    lines, frame = [result(unit) for unit in units if unit["group"] == group["code"]], frameworks.get(group["code"])
    ranked = [line for line in lines if line["state"] == "ranked"]
    places = settle(ranked, frame, lambda line: line["index"], lambda line: line["index_exact"])
    for line in lines: line["rank"], line["tied"] = places.get(id(line), (None, None))
    for i in range(len(frame["areas"]) if frame and totals is None else 0):
        found = settle(ranked, frame, lambda line: line["areas"][i]["index"], lambda line: line["areas"][i]["index_exact"])
        for line in lines: line["areas"][i]["rank"], line["areas"][i]["tied"] = found.get(id(line), (None, None))
    results += sorted(lines, key=lambda line: (line["rank"] or 10 ** 9, line["unit"]))

# 2. The year before: the same body, the same framework, the same group.
earlier = {row["unit"]: row for row in rows("cycle", "previous", "published.csv")} if cycle.get("previous") else None
past = load("cycle", "previous", "cycle.json") if earlier is not None else None
heirs = [p for unit in units for p in set(unit["predecessors"].split())]
def before(code):
    unit = next(unit for unit in units if unit["unit"] == code)
    from_others, fresh = [p for p in unit["predecessors"].split() if p != code], not unit["valid_from"] or unit["valid_from"] > "%d-12-31" % past["year"]
    if code in earlier: return None if from_others and fresh else earlier[code]
    only = unit["predecessors"].split()
    return earlier.get(only[0]) if len(only) == 1 and heirs.count(only[0]) == 1 and all(u["unit"] != only[0] for u in units) else None
group_before = {g["code"]: g.get("previousGroup") or g["code"] for g in cycle["groups"]}
same_method = earlier and survey and survey["methodVersion"] in {row["method_version"] for row in earlier.values() if row["method_version"]}
for line in results:
    line.update(change=None, previous_index=None, previous_rank=None, above_before=None, unknown_before=False, then=before(line["unit"]) if earlier is not None else None)
    then, frame = line["then"], frameworks.get(line["group"])
    if not then: continue
    old, was = number(then["index"]), group_before[line["group"]]
    same = line["index"] is not None and old is not None and not (frame and then["framework"] and then["framework"] != frame["code"])
    known_group = list(group_before.values()).count(was) == 1 and any(row["group"] == was for row in earlier.values())
    line.update(previous_index=old, change=line["index"] - old if same else None,
                previous_rank=number(then["rank"]) if same and known_group and then["group"] == was and line["rank"] else None)
    if same_method: line["above_before"], line["unknown_before"] = then["above_threshold"] == "yes", then["above_threshold"] == "" and line["above"] is not None

# 3. Groups and blocks: plain means of exact figures, rounded once.
def together(kind, code, members):
    lines = [line for line in results if line["group"] in members]
    ranked = [line for line in lines if line["state"] == "ranked"]
    rounding = next((frameworks[m]["rounding"] for m in members if m in frameworks), {"publishedPlaces": 2, "mode": "half_away_from_zero"})
    mean = lambda values, places=rounding["publishedPlaces"], mode=rounding["mode"]: rounded(sum(values) / len(values), places, mode) if values else None
    now = mean([line["index_exact"] for line in ranked])
    then = mean([F(l["then"]["index_exact"] or l["then"]["index"]) for l in ranked]) if earlier is not None and all(l["change"] is not None for l in ranked) else None
    figures, crossing = [line["index"] for line in ranked], None
    if counted:
        ends = [row[0] for row in (measured.get(line["unit"]) for line in lines) if row and row[0]["suppressed"] != "yes" and row[0]["low"] and row[0]["high"]]
        crossing = sum(over(F(row["low"])) != over(F(row["high"])) for row in ends) if ends else None
    return dict(kind=kind, code=code, units=F(len(lines)), ranked=F(len(ranked)), mean=now, best=max(figures, default=None), worst=min(figures, default=None),
                previous_mean=then, mean_change=None if now is None or then is None else now - then,
                satisfaction_mean=mean([l["satisfaction_exact"] for l in lines if l["satisfaction_exact"] is not None], (survey or {}).get("places", 2), "half_away_from_zero"),
                satisfaction_above=sum(l["above"] is True for l in lines), satisfaction_below=sum(l["above"] is False for l in lines), satisfaction_crossing=crossing,
                satisfaction_none=sum(l["above"] is None for l in lines),
                satisfaction_above_before=sum(l["above_before"] is True for l in lines) if same_method and not any(l["unknown_before"] for l in lines) else None)
groups = [together("group", g["code"], [g["code"]]) for g in cycle["groups"]] + [together("block", b["code"], b["groups"]) for b in cycle.get("blocks", [])]
groups.append(together("block", "all", [g["code"] for g in cycle["groups"]]))

def satisfaction():
    for line in results:
        for n, row in enumerate(measured.get(line["unit"], [])):
            value = share(row, measured[line["unit"]])
            yield dict(row, share=value, above_threshold=over(value if survey["threshold"].get("onPublished", True) else F(row["share_exact"])) if value is not None and n == 0 else None)

# 4. Compare: every cell that was recomputed, then every hash.
def same(mine, cell):
    if isinstance(mine, bool): return cell == ("yes" if mine else "no")
    if mine is None or isinstance(mine, str): return cell == (mine or "")
    try: return F(cell) == mine
    except (ValueError, ZeroDivisionError): return False
wrong = 0
def differs(where, mine, found):
    global wrong
    wrong += 1
    show = float(mine) if isinstance(mine, F) else mine
    if wrong == 1: print(f"{where}: khác / differs: tính lại / recomputed {show!r}, trong tệp / in the file {found!r}", file=sys.stderr)
def table(name, lines):
    there = rows(name)
    if len(there) != len(lines): differs(name, len(lines), f"{len(there)} dòng / rows")
    for n, (mine, row) in enumerate(zip(lines, there), 2):
        for column, cell in row.items():
            if column in mine and not same(mine[column], cell): differs(f"{name}:{n}: {column} ({row.get('unit') or row.get('code')})", mine[column], cell)
if totals is None:
    table("leaves.csv", [leaf for line in results for leaf in line["leaves"]])
    table("criteria.csv", [part for line in results for part in line["criteria"]])
    table("areas.csv", [part for line in results for part in line["areas"]])
more = dict(year=F(cycle["year"]), basis="detail" if totals is None else "totals", final=about["final"], inputs_sha256=about["inputs_sha256"], engine=about["engine"])
table("results.csv", [dict(line, **more) for line in results])
table("groups.csv", groups)
if counted: table("satisfaction.csv", list(satisfaction()))
table("units.csv", units)
if cycle.get("heads", {}) and cycle["heads"].get("published"): table("heads.csv", heads(results))
for line in open(at("SHA256SUMS"), encoding="ascii"):
    known, name = line.rstrip("\n").split("  ", 1)
    if not os.path.exists(at(*name.split("/"))): differs(name, "tệp / a file", "không có / none")
    elif (found := hashlib.sha256(open(at(*name.split("/")), "rb").read()).hexdigest()) != known: differs(name, known, found)
if wrong: sys.exit(1)
print(f"{folder}: {len(results)} đơn vị, mọi con số tính lại đều khớp / units, every recomputed figure agrees")
