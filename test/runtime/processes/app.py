"""A server as an image function has it."""
import json
import os
import sys
import traceback
from http.server import BaseHTTPRequestHandler, HTTPServer

sys.dont_write_bytecode = True
from index import main_handler


class Handler(BaseHTTPRequestHandler):
    def do_POST(self):
        body = self.rfile.read(int(self.headers["Content-Length"]))
        try:
            status, text = 200, json.dumps(main_handler(json.loads(body), None), ensure_ascii=False)
        except Exception:
            status, text = 500, traceback.format_exc()
        answer = text.encode()
        self.send_response(status)
        self.send_header("Content-Length", str(len(answer)))
        self.end_headers()
        self.wfile.write(answer)

    def log_message(self, *_):
        pass


HTTPServer(("0.0.0.0", int(os.environ.get("PORT", "9000"))), Handler).serve_forever()
