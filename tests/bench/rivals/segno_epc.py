"""Draws the requests on standard input, one JSON object a line, with segno.

Answers one line: codes, nanoseconds in all, peak memory in kibibytes.
"""

import json
import resource
import sys
import time

from segno import helpers

requests = [json.loads(line) for line in sys.stdin]
start = time.perf_counter_ns()
for request in requests:
    code = helpers.make_epc_qr(
        name=request["payee_name"],
        iban=request["iban"],
        amount=request["amount"],
        text=request["message"],
        encoding="utf-8",
    )
    code.svg_inline(unit="mm")
elapsed = time.perf_counter_ns() - start
print(len(requests), elapsed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
