"""Functions with a defect each; the same name in mended.py has none."""
import datetime
import json
import os
import threading
import urllib.error
import urllib.parse
import urllib.request

seen = set()
API = "https://api.example.com"


def send(method, path, value):
    request = urllib.request.Request(API + path, data=json.dumps(value).encode(), method=method)
    with urllib.request.urlopen(request, timeout=3) as response:
        return response.read()


def answer(value, status=200):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "isBase64Encoded": False, "body": json.dumps(value)}


def missing_header(event, context):
    return answer({"user": event["headers"]["x-user"]})


def absent_body(event, context):
    return answer({"names": sorted(json.loads(event["body"]))})


def encoded_body(event, context):
    try:
        body = json.loads(event.get("body") or "{}")
    except ValueError:
        return answer({"error": "no JSON"}, 400)
    return answer({"size": len(json.dumps(body))})


def posted_twice(event, context):
    for record in event["Records"]:
        send("POST", "/objects", {"key": record["cos"]["cosObject"]["key"]})
    return "ok"


def remembered_too_early(event, context):
    for record in event["Records"]:
        key = record["cos"]["cosObject"]["key"]
        if key in seen:
            continue
        seen.add(key)
        send("PUT", "/objects/" + urllib.parse.quote(key, safe=""), {"key": key})
    return "ok"


def first_record_only(event, context):
    key = event["Records"][0]["cos"]["cosObject"]["key"]
    send("PUT", "/objects/" + urllib.parse.quote(key, safe=""), {"key": key})
    return "ok"


def swallowed(event, context):
    for record in event["Records"]:
        key = record["cos"]["cosObject"]["key"]
        try:
            send("PUT", "/objects/" + urllib.parse.quote(key, safe=""), {"key": key})
        except OSError:
            print("cannot store", key)
    return "ok"


def local_day(event, context):
    return answer({"day": datetime.datetime.fromtimestamp(1_700_000_000).strftime("%Y-%m-%d"), "path": event["path"]})


def order_of_a_set(event, context):
    return answer({"tags": list({"red", "green", "blue", event["httpMethod"]})})


def not_a_number(event, context):
    return {"mean": float("nan"), "path": event["path"]}


def secret_in_the_answer(event, context):
    return answer({"env": dict(os.environ), "path": event["path"]})


def thread_left(event, context):
    for record in event["Records"]:
        key = record["cos"]["cosObject"]["key"]
        threading.Thread(target=send, args=("PUT", "/objects/" + urllib.parse.quote(key, safe=""), {"key": key})).start()
    return "ok"
