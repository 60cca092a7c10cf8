"""The same SQL as ours, typed into a shell that has the key: median time, rows, sum, peak memory."""

import statistics
import sys
import time

import sqlcipher3

file, key, readings = sys.argv[1], sys.argv[2], int(sys.argv[3])
SQL = """SELECT drive_desk, drive_seq, month, rail, state, count, open, sum, currency
         FROM (SELECT drive_desk, drive_seq, substr(day, 1, 7) AS month, rail, state,
                      sum(count) AS count, sum(open) AS open, sum(sum) AS sum
               FROM summary WHERE count > 0 GROUP BY 1, 2, 3, 4, 5)
         JOIN drive ON drive.desk = drive_desk AND drive.seq = drive_seq
         ORDER BY 1, 2, 3, 4, 5"""

shell = sqlcipher3.connect(file)
shell.execute(f"PRAGMA key = \"x'{key}'\"")
shell.execute("PRAGMA cache_size = -65536")
rows = shell.execute(SQL).fetchall()
times = []
for _ in range(readings):
    start = time.perf_counter_ns()
    shell.execute(SQL).fetchall()
    times.append(time.perf_counter_ns() - start)
with open("/proc/self/status", encoding="ascii") as status:
    peak = next(line.split()[1] for line in status if line.startswith("VmHWM"))
print(round(statistics.median(times)), len(rows), sum(row[7] for row in rows), peak)
