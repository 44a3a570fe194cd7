#!/usr/bin/env python3
"""Verifies an exported journal without the program: python3 verify-journal.py FOLDER [RECEIPT.json]
Needs Python 3 and openssl. Exit 0: intact; 1: the first wrong number is named. docs/journal.md explains the format."""
import hashlib, json, os, subprocess, sys

folder, receipt = sys.argv[1], sys.argv[2] if len(sys.argv) > 2 else None
wrong, chain_broken_at, NONE = [], None, "0" * 64
sha = lambda data: hashlib.sha256(data).hexdigest()
path = lambda *parts: os.path.join(folder, *parts)

def read(name):
    """The values of a file of JSON lines; None when it was not handed over."""
    if not os.path.exists(path(name)): return None
    with open(path(name), encoding="utf-8") as file: return [json.loads(line) for line in file]

def say(number, what): wrong.append((number if number is not None else 10**15, what))

def parse(line):
    try:
        value = json.loads(line)
        whole = set(value) == {"v", "stream", "seq", "prev", "at", "actor", "act", "obj", "commit"}
        return value if whole and value["v"] == 1 and value["stream"] == "index" and len(bytes.fromhex(value["commit"])) == 32 else None
    except Exception: return None

# 1. The lines: each continues the one before and bears its number.
raw = open(path("journal.jsonl"), "rb").read().split(b"\n")
if raw[-1] == b"": raw.pop()
lines, hashes, at = [parse(line) for line in raw], [sha(line) for line in raw], ""
head = (read("head.json") or [None])[0]
continues = lambda n: lines[n - 1] is not None and lines[n - 1]["prev"] == (hashes[n - 2] if n > 1 else NONE)
for n, line in enumerate(lines, 1):
    if line is None: chain_broken_at = n
    elif not continues(n):
        vouched = (n < len(lines) and lines[n] is not None and lines[n]["prev"] == hashes[n - 1]) or (n == len(lines) and head and head["hash"] == hashes[-1])
        chain_broken_at = n - 1 if line["seq"] <= n and n > 1 and vouched else n
    elif line["seq"] != n or line["at"] < at: chain_broken_at = n
    if chain_broken_at:
        say(chain_broken_at, "line %d is altered, missing, inserted or swapped" % chain_broken_at)
        break
    at = line["at"]
if head and head["size"] != len(lines): say(min(head["size"], len(lines)) + 1, "the head tells of %d lines, there are %d" % (head["size"], len(lines)))
elif head and lines and head["hash"] != hashes[-1]: say(len(lines), "the head has another hash than line %d" % len(lines))

# 2. The columns of the database say what the lines say.
columns = read("columns.jsonl")
for n, (column, line) in enumerate(zip(columns or [], lines), 1):
    if line and (column["hash"] != hashes[n - 1] or any(column[key] != line[key] for key in ("seq", "at", "actor", "act", "obj"))):
        say(min(n, column["seq"]), "a column of line %d differs from the line" % n)
        break
if columns is not None and len(columns) != len(lines): say(min(len(columns), len(lines)) + 1, "columns and lines differ in number")

# 3. Checkpoints: each continues the one before; the signatures; the journal at each size.
folder_of = path("checkpoints")
names = sorted(name[:-5] for name in (os.listdir(folder_of) if os.path.isdir(folder_of) else []) if name.endswith(".json"))
previous, agreed, stated, certificate = NONE, 0, [], os.path.join(folder_of, "checkpoint-certificate.pem")
for name in names:
    data = open(os.path.join(folder_of, name + ".json"), "rb").read()
    checkpoint = json.loads(data) if data[:1] == b"{" else {}
    if checkpoint.get("previous") != previous or (head and checkpoint.get("origin") != head["origin"]): say(None, "checkpoint %s does not continue the one before" % name)
    previous = sha(data)
    signed = subprocess.run(["openssl", "cms", "-verify", "-binary", "-inform", "DER", "-in", os.path.join(folder_of, name + ".cms"), "-content",
        os.path.join(folder_of, name + ".json"), "-CAfile", certificate, "-purpose", "any", "-out", os.devnull], capture_output=True)
    if signed.returncode: say(None, "the signature of checkpoint %s is not valid" % name)
    else: stated.append(checkpoint)
for c in stated:
    size, restored = c["streams"]["index"]["size"], [r for r in stated if "restored" in r and r["number"] > c["number"]]
    if "restored" in c: print("restored from size %(from)d to size %(to)d" % c["restored"])
    if size <= len(lines) and (hashes[size - 1] if size else NONE) == c["streams"]["index"]["head"]: agreed = size
    elif any(r["restored"]["to"] < size <= r["restored"]["from"] for r in restored): pass
    elif not any(agreed < number <= size for number, _ in wrong):
        say(len(lines) + 1 if size > len(lines) else agreed + 1, "checkpoint %d signed %d lines, which are not these" % (c["number"], size))
        break

# 4. Contents match their commitments; today's rows are what the journal last tells of them.
contents, told, commits = read("payloads.jsonl"), {}, {line["seq"]: line["commit"] for line in lines if line}
for content in contents or []:
    payload = content["payload"].encode()
    if commits.pop(content["seq"], None) not in (None, sha(bytes.fromhex(content["salt"]) + payload)): say(content["seq"], "the content of line %d was altered" % content["seq"])
    else: told.update(((mark["table"], mark["key"]), (content["seq"], mark["sha256"])) for mark in (json.loads(payload).get("rows", []) if b'"rows"' in payload else []))
rows = read("rows.jsonl") if contents is not None else None
for row in rows or []:
    seq, expected = told.pop((row["table"], row["key"]), (None, None))
    if expected is None and not commits or expected not in (None, sha(row["row"].encode())): say(seq, "row %(table)s %(key)s is not what the journal tells" % row)
if rows is not None: [say(seq, "row %s %s is gone" % row) for row, (seq, expected) in told.items() if expected != "deleted"]

# 5. A receipt: the act stands in this journal as it was done.
if receipt:
    r = json.load(open(receipt, encoding="utf-8"))
    if json.loads(r["line"])["commit"] != sha(bytes.fromhex(r["salt"]) + r["payload"].encode()): say(r["seq"], "the receipt is altered")
    if raw[r["seq"] - 1:r["seq"]] != [r["line"].encode()] or hashes[r["size"] - 1:r["size"]] != [r["head"]]: say(r["seq"], "the receipt is not of this journal")

for number, what in sorted(wrong)[:20]: print(what)
if wrong: sys.exit("WRONG, first number: %s" % (min(wrong)[0] if min(wrong)[0] < 10**15 else "none, see above"))
print("OK: %d lines, head %s, %d checkpoints, signed up to line %d, %s contents, %s rows" % (
    len(lines), hashes[-1] if hashes else NONE, len(names), agreed, "no" if contents is None else len(contents), "no" if rows is None else len(rows)))
