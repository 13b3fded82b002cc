"""A program that runs for hours on one boto3 session. Each line of its input is how many seconds have gone by; it answers who it is.

boto3 signs by this machine's clock, as the Sandbox wants it. Only the clock by which it judges its credentials is turned.
"""
import datetime
import sys

import boto3
from dateutil.tz import tzlocal

session = boto3.Session()
credentials = session._session.get_credentials()
ahead = 0.0
credentials._time_fetcher = lambda: datetime.datetime.now(tzlocal()) + datetime.timedelta(seconds=ahead)
sts = session.client("sts")
for line in sys.stdin:
    ahead = float(line)
    caller = sts.get_caller_identity()
    print(caller["Arn"], credentials.access_key, flush=True)
