"""What the battery asks of every runtime that is a process, in one handler."""
import os
import subprocess
import sys
import threading
import time

calls = 0
kept = []


def fill(megabytes):
    for _ in range(megabytes):
        kept.append(bytearray(os.urandom(1 << 10) * (1 << 10)))
    time.sleep(0.5)


def loading():
    how = os.environ.get("LOAD", "")
    print("loading", how, flush=True)
    if how == "raise":
        raise ValueError("no such setting: DB_HOST")
    if how == "exit":
        print("the database is away", file=sys.stderr, flush=True)
        os._exit(7)
    if how == "sleep":
        time.sleep(60)


loading()


def main_handler(event, context):
    global calls
    calls += 1
    do = event.get("do") if isinstance(event, dict) else None
    if do == "raise":
        raise ValueError("nothing to pay")
    if do == "sleep":
        time.sleep(60)
    if do == "exit":
        print("about to exit", flush=True)
        os._exit(3)
    if do == "fill":
        fill(event["megabytes"])
    if do == "answer":
        return "x" * event["bytes"]
    if do == "say":
        print("said", event["what"], flush=True)
        print("warned", event["what"], file=sys.stderr, flush=True)
        return "said"
    if do == "count":
        return {"calls": calls, "pid": os.getpid()}
    if do == "tmp":
        path = os.path.join(os.environ.get("TMPDIR", "/tmp"), "kept")
        there = os.path.exists(path)
        open(path, "a").close()
        return there
    if do == "env":
        return sorted(os.environ)
    if do == "get":
        return os.environ.get(event["name"])
    if do == "hour":
        return time.strftime("%H", time.localtime(0))
    if do == "cwd":
        return os.getcwd()
    if do == "leave":
        threading.Thread(target=time.sleep, args=(0.05,)).start()
        return "left"
    if do == "start":
        subprocess.Popen(["sleep", event["seconds"]], start_new_session=event["away"])
        return "started"
    return event
