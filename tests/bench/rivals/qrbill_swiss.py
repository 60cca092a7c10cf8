"""Draws the requests on standard input, one JSON object a line, with qrbill: the code alone, not
the slip.

Answers one line: codes, nanoseconds in all, peak memory in kibibytes.
"""

import json
import resource
import sys
import time

from qrbill import QRBill

requests = [json.loads(line) for line in sys.stdin]
start = time.perf_counter_ns()
for request in requests:
    bill = QRBill(
        account=request["iban"],
        creditor={
            "name": request["payee_name"],
            "street": request["payee_street"],
            "house_num": request["payee_house_no"],
            "pcode": request["payee_zip"],
            "city": request["payee_city"],
            "country": request["payee_country"],
        },
        amount=request["amount"],
        currency="CHF",
        additional_information=request["message"],
    )
    bill.qr_image()
elapsed = time.perf_counter_ns() - start
print(len(requests), elapsed, resource.getrusage(resource.RUSAGE_SELF).ru_maxrss)
