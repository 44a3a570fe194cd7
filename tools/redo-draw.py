#!/usr/bin/env python3
"""Draws a survey's sample again, independently of the program: python3 redo-draw.py frame.csv SEED plan.json > sample.csv

frame.csv and plan.json come from the sample page, SEED is told there after the draw (docs/sampling.md). The result is compared with the drawn
list by its SHA-256. Needs nothing but Python 3."""
import csv, hashlib, json, math, sys
from collections import defaultdict
from fractions import Fraction as F


def lot(purpose, name):
    return hashlib.sha256(f"{SEED}\n{purpose}\n{name}".encode()).hexdigest()


def up(x):
    return math.ceil(x - F(1, 10**9))


def size(n):
    e = F(str(PLAN["margin"]))
    if PLAN["formula"] == "Yamane":
        first = n / (1 + n * e * e)
    else:
        simple = F("1.96") ** 2 / 4 / (e * e)
        first = simple / (1 + (simple - 1) / n)
    first = min(n, up(first))
    if n < PLAN["takeAllBelow"]:
        return n
    answers = min(n, up(first * F(str(PLAN["designEffect"]))))
    return min(n, up(answers / F(str(PLAN["response"]))))


def stratum(d):
    return {"Filed": f"{d['unit']}/{d['filed']}", "Procedure": f"{d['unit']}/{d['procedure']}"}.get(PLAN["strata"], d["unit"])


def allocate(total, sizes):
    if total >= sum(sizes):
        return sizes
    least = [min(n, PLAN["leastPerStratum"]) for n in sizes]
    total = max(total, sum(least))
    measure = [{"Power": math.sqrt(n), "Equal": 1.0}.get(PLAN["allocation"], float(n)) for n in sizes]
    clip = lambda v, i: max(least[i], min(sizes[i], v))
    bound = lambda q, i: q[i] <= least[i] or q[i] >= sizes[i]
    q = [clip(m * total / sum(measure), i) for i, m in enumerate(measure)]
    for _ in range(10_000):
        taken = sum(q[i] for i in range(len(q)) if bound(q, i))
        free = sum(q[i] for i in range(len(q)) if not bound(q, i))
        if free == 0:
            break
        new = [q[i] if bound(q, i) else clip(q[i] * (total - taken) / free, i) for i in range(len(q))]
        done = max(abs(a - b) for a, b in zip(new, q)) < 1e-12
        if done:
            break
        q = new
    whole = [math.floor(v + 1e-9) for v in q]
    for i in sorted(range(len(q)), key=lambda i: (-(q[i] - whole[i]), i))[: max(0, round(total - sum(whole)))]:
        whole[i] += 1
    return [min(w, n) for w, n in zip(whole, sizes)]


def clusters(sizes, wanted, start):
    if wanted >= len(sizes):
        return list(range(len(sizes)))
    sure = set()
    while True:
        rest = [i for i in range(len(sizes)) if i not in sure]
        total, steps = sum(sizes[i] for i in rest), wanted - len(sure)
        grew = False
        for i in rest:
            if steps > 0 and sizes[i] * steps >= total and i not in sure:
                sure.add(i)
                grew = True
        if not grew:
            break
    rest = [i for i in range(len(sizes)) if i not in sure]
    total, count, before, drawn = sum(sizes[i] for i in rest), max(0, wanted - len(sure)), 0, []
    for i in rest:
        after = before + sizes[i]
        if len(drawn) < count and (start + (len(drawn) << 32)) * total < (after * count) << 32:
            drawn.append(i)
        before = after
    return sorted(sure | set(drawn))


def spare(persons, take):
    return min(len(persons) - take, math.ceil(take * F(str(PLAN["reserve"]))))


FRAME = list(csv.DictReader(open(sys.argv[1], encoding="utf-8", newline="")))
SEED, PLAN = sys.argv[2], json.load(open(sys.argv[3], encoding="utf-8"))
own = defaultdict(list)
for d in FRAME:
    own[d["person"]].append(d)
kept = [min(ds, key=lambda d: lot("dossier", d["dossier"])) for ds in own.values()]
print("unit,number,dossier,reserve")
for unit in sorted({d["unit"] for d in kept}):
    parts = defaultdict(list)
    for d in sorted((d for d in kept if d["unit"] == unit), key=lambda d: lot("person", d["person"])):
        parts[stratum(d)].append(d)
    names = sorted(parts)
    asked = size(len({d["person"] for d in FRAME if d["unit"] == unit}))
    sample, reserve = [], []
    for name, take in zip(names, allocate(asked, [len(parts[n]) for n in names])):
        persons = parts[name]
        groups = defaultdict(list)
        if PLAN["clusterTake"] > 0 and take < len(persons):
            for d in persons:
                groups[d["cluster"]].append(d)
        if len(groups) < 2:
            sample += persons[:take]
            reserve += persons[take : take + spare(persons, take)]
            continue
        order = sorted(groups, key=lambda c: lot("cluster", f"{name}\n{c}"))
        start = int(lot("start", name)[:8], 16)
        for i in clusters([len(groups[c]) for c in order], -(-take // PLAN["clusterTake"]), start):
            group = groups[order[i]]
            some = min(PLAN["clusterTake"], len(group))
            sample += group[:some]
            reserve += group[some : some + spare(group, some)]
    for number, (d, flag) in enumerate([(d, 0) for d in sample] + [(d, 1) for d in reserve], 1):
        print(f"{unit},{number},{d['dossier']},{flag}")
