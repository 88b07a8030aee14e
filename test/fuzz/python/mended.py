"""The functions of buggy.py without their defects."""
import base64
import concurrent.futures
import datetime
import json
import urllib.parse
import urllib.request

API = "https://api.example.com"


def send(method, path, value):
    request = urllib.request.Request(API + path, data=json.dumps(value).encode(), method=method)
    with urllib.request.urlopen(request, timeout=3) as response:
        return response.read()


def answer(value, status=200):
    return {"statusCode": status, "headers": {"Content-Type": "application/json"}, "isBase64Encoded": False, "body": json.dumps(value)}


def text_of(event):
    body = event.get("body") or ""
    return base64.b64decode(body).decode("utf-8", "replace") if event.get("isBase64Encoded") else body


def put(record):
    key = record["cos"]["cosObject"]["key"]
    send("PUT", "/objects/" + urllib.parse.quote(key, safe=""), {"key": key})


def missing_header(event, context):
    headers = {name.lower(): value for name, value in (event.get("headers") or {}).items()}
    return answer({"user": headers.get("x-user", "nobody"), "path": event["path"]})


def absent_body(event, context):
    try:
        value = json.loads(text_of(event))
    except (ValueError, RecursionError):
        return answer({"error": "no JSON"}, 400)
    return answer({"names": sorted(value) if isinstance(value, dict) else []})


def encoded_body(event, context):
    return answer({"size": len(text_of(event))})


def posted_twice(event, context):
    for record in event["Records"]:
        put(record)
    return "ok"


def remembered_too_early(event, context):
    for record in event["Records"]:
        put(record)
    return "ok"


def first_record_only(event, context):
    for record in event["Records"]:
        put(record)
    return "ok"


def swallowed(event, context):
    for record in event["Records"]:
        put(record)
    return "ok"


def local_day(event, context):
    day = datetime.datetime.fromtimestamp(1_700_000_000, datetime.timezone.utc).strftime("%Y-%m-%d")
    return answer({"day": day, "path": event["path"]})


def order_of_a_set(event, context):
    return answer({"tags": sorted({"red", "green", "blue", event["httpMethod"]})})


def not_a_number(event, context):
    return answer({"mean": None, "path": event["path"]})


def secret_in_the_answer(event, context):
    return answer({"request": context["request_id"][:0], "path": event["path"]})


def thread_left(event, context):
    with concurrent.futures.ThreadPoolExecutor() as threads:
        list(threads.map(put, event["Records"]))
    return "ok"
