#!/usr/bin/python3
"""Removes one check after another and expects a test to notice: a check that nobody misses is not guarded.

The sources are copied; in the copy every check of checks.json is made removable by an environment variable, so that one build serves all of them.
First the named tests must pass with every check in force; then each check is removed, and one of its tests must fail.
The tree itself is never touched.   tests/mutations/run.py [--keep FOLDER] [NAME...]
"""
import argparse, json, os, pathlib, shutil, subprocess, sys, tempfile, time

ROOT = pathlib.Path(__file__).resolve().parents[2]
VARIABLE = "PARINDEX_REMOVED_CHECK"


def die(words):
    print(words, file=sys.stderr)
    sys.exit(2)


def copy(to):
    listed = subprocess.run(["git", "ls-files", "-z", "--cached", "--others", "--exclude-standard"], cwd=ROOT, capture_output=True, check=True).stdout.split(b"\0")
    for name in (part.decode() for part in listed if part):
        source = ROOT / name
        if source.is_file():
            target = to / name
            target.parent.mkdir(parents=True, exist_ok=True)
            shutil.copy2(source, target)


def make_removable(to, check):
    file = to / check["file"]
    if not file.is_file():
        die(f"{check['name']}: {check['file']} is not there any more. Name the file that now holds the check \"{check['what']}\" in tests/mutations/checks.json.")
    text = file.read_text(encoding="utf-8")
    found = text.count(check["find"])
    if found != 1:
        die(f"{check['name']}: {check['file']} holds {found} times: {check['find']}\nPut the line that now checks \"{check['what']}\" into tests/mutations/checks.json; it must stand there once.")
    off = f'(System.Environment.GetEnvironmentVariable("{VARIABLE}") == "{check["name"]}")'
    file.write_text(text.replace(check["find"], check["with"].replace("REMOVED", off)), encoding="utf-8")


def run(to, tests, removed):
    """Exit code and the runner's last line, of each program that has tests named."""
    for program in ("App", "Web"):
        named = [test.split(": ", 1)[1] for test in tests if test.startswith(program + ": ")]
        if not named:
            continue
        command = [str(to / f"tests/{program}.Tests/bin/Release/net10.0/ParIndex.{program}.Tests"), "-noColor", "-noLogo"]
        for name in sorted(set(named)):
            command += ["-method", name]
        environment = dict(os.environ, **{VARIABLE: removed})
        done = subprocess.run(command, cwd=to, env=environment, capture_output=True, text=True)
        lines = [line.strip() for line in done.stdout.splitlines() if "Total:" in line]
        last = lines[-1] if lines else (done.stdout + done.stderr)[-400:]
        if not lines or "Total: 0" in last:
            die(f"{program}: no test of these names ran: {named}\n{last}")
        yield done.returncode, last, done.stdout


def main():
    arguments = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    arguments.add_argument("names", nargs="*", help="only these checks")
    arguments.add_argument("--keep", help="work in this folder and leave it")
    given = arguments.parse_args()
    checks = json.loads((pathlib.Path(__file__).parent / "checks.json").read_text(encoding="utf-8"))
    if len({check["name"] for check in checks}) != len(checks) or len(checks) < 20:
        die("checks.json needs twenty checks or more, each with a name of its own.")
    chosen = [check for check in checks if not given.names or check["name"] in given.names]
    folder = pathlib.Path(given.keep or tempfile.mkdtemp(prefix="parindex-mutations-"))
    try:
        copy(folder)
        for check in checks:
            make_removable(folder, check)
        started = time.time()
        for program in ("App", "Web"):
            built = subprocess.run(["dotnet", "build", f"tests/{program}.Tests/{program}.Tests.csproj", "-c", "Release", "-v", "quiet", "-clp:NoSummary", "-p:TreatWarningsAsErrors=false", "-p:RunAnalyzers=false", "-nowarn:all"],
                                   cwd=folder, capture_output=True, text=True)
            if built.returncode:
                die("The copy with removable checks does not build:\n" + built.stdout[-3000:])
        print(f"built in {time.time() - started:.0f} s", flush=True)
        for code, last, output in run(folder, [test for check in chosen for test in check["tests"]], ""):
            if code:
                die("With every check in force a test fails already:\n" + output[-3000:])
            print(f"every check in force: {last}", flush=True)
        missed = []
        for check in chosen:
            started = time.time()
            caught = any(code for code, _, _ in run(folder, check["tests"], check["name"]))
            print(f"{'caught' if caught else 'MISSED':6}  {check['name']:28} {time.time() - started:5.1f} s  {check['what']}", flush=True)
            if not caught:
                missed.append(check["name"])
        print(f"{len(chosen) - len(missed)} of {len(chosen)} removed checks caught")
        return 1 if missed else 0
    finally:
        if not given.keep:
            shutil.rmtree(folder, ignore_errors=True)


sys.exit(main())
